import {describe, expect, it} from "vitest";
import {
  type DesignMatrix,
  designMatrix,
  globalDirectionSelectivity,
  globalOrientationSelectivity,
  type Matrix,
  mannWhitneyU,
  meanNoiseCorrelations,
  noiseCorrelations,
  pearsonCorrelation,
  peristimulusCounts,
  peristimulusHistogram,
  permutationPValue,
  preferredConditions,
  responsesOfUnit,
  signalCorrelations,
  smoothAlong,
  smoothCurrentSourceDensity,
  spearmanCorrelation,
  tuningCurve,
  welchTTest
} from "../../lib/analysis/index.js";
import {type EcephysSession, linspace} from "../../lib/index.js";
import {expectClose} from "./compare.js";
import {goldenSessions, loadGolden, openGolden, type Recorded} from "./golden.js";

/** Closed forms: sums in another order than numpy's. */
const CLOSE = 1e-9;

const number = (value: Recorded): number => (value === "NaN" ? Number.NaN : value);

/** The drifting gratings of a session: counts of the units that pass its filters, and what was shown. */
async function gratings(session: EcephysSession): Promise<DesignMatrix> {
  const table = await session.stimulusTable("drifting_gratings");
  const column = (name: string) => table.array(name) as number[];
  const trains = await session.spikeTimes();
  const units = (await session.units()).array("unit_id") as number[];
  const design = designMatrix(new Map(Array.from(units, (id) => [id, trains.get(id)!])), {
    ids: column("stimulus_presentation_id"),
    starts: column("start_time"),
    stops: column("stop_time"),
    parameters: {
      orientation: column("orientation"),
      temporal_frequency: column("temporal_frequency"),
      stimulus_condition_id: column("stimulus_condition_id")
    }
  });
  return design;
}

const parameter = ({parameters}: DesignMatrix, name: string) => parameters[name] as (number | null)[];

/** The recorded matrix has only trials with an orientation. */
function ofGratings(design: DesignMatrix): {counts: Matrix; conditions: number[]} {
  const {counts} = design;
  const shown = parameter(design, "orientation").flatMap((orientation, row) => (orientation === null ? [] : [row]));
  const units = counts.shape[1];
  const values = Float64Array.from(shown.flatMap((row) => [...counts.values.subarray(row * units, (row + 1) * units)]));
  const conditions = shown.map((row) => parameter(design, "stimulus_condition_id")[row] as number);
  return {counts: {rows: shown.length, columns: units, values}, conditions};
}

function expectMatrix(actual: ArrayLike<number>, recorded: Recorded[][], what: string): void {
  expect(actual).toHaveLength(recorded.length * (recorded[0]?.length ?? 0));
  recorded.forEach((row, i) => {
    row.forEach((value, j) => {
      expectClose(actual[i * row.length + j], number(value), CLOSE, `${what}, row ${i}, column ${j}`);
    });
  });
}

/** Correlations; one that is 0 in numpy's order of summing may be a rounding of 1 in ours. */
function expectCorrelations(actual: ArrayLike<number>, recorded: Recorded[][], what: string): void {
  recorded.forEach((row, i) => {
    row.forEach((value, j) => {
      expectClose(actual[i * row.length + j], number(value), CLOSE, `${what} ${i}, ${j}`, 4 * Number.EPSILON);
    });
  });
}

describe.each(goldenSessions)("responses and correlations of $name equal numpy's", (golden) => {
  it("spike counts of drifting gratings", async () => {
    const {presentation_ids, unit_ids, counts, orientation, condition_id} = loadGolden(golden, "analysis_counts");
    const session = await openGolden(golden);
    const design = await gratings(session);
    const shown = ofGratings(design);
    expectMatrix(shown.counts.values, counts, "counts");
    expect(Array.from(design.counts.coords.unit_id)).toEqual(unit_ids);
    const orientations = parameter(design, "orientation");
    expect(orientations.filter((value) => value !== null)).toEqual(orientation);
    expect(shown.conditions).toEqual(condition_id);
    const ids = Array.from(design.counts.coords.stimulus_presentation_id);
    expect(ids.filter((_, row) => orientations[row] !== null)).toEqual(presentation_ids);
    session.close();
  });

  it("tuning curves over one and two parameters, with selectivity", async () => {
    const recorded = loadGolden(golden, "analysis_tuning");
    const session = await openGolden(golden);
    const design = await gratings(session);
    const [orientation, frequency] = ["orientation", "temporal_frequency"].map((name) => parameter(design, name));
    const one = tuningCurve(design.counts, orientation);
    const two = tuningCurve(design.counts, orientation, frequency);
    const rows = (name: string, table: Recorded[]) => table.map((row) => row[name]);
    for (const [curve, table] of [
      [one, recorded.by_orientation],
      [two, recorded.by_orientation_and_tf]
    ] as const) {
      expect(Array.from(curve.n)).toEqual(rows("n", table));
      expectMatrix(curve.mean.values, rows("mean", table), "mean");
      expectMatrix(curve.sem.values, rows("sem", table), "SEM");
    }
    expect(one.conditions.flat()).toEqual(recorded.orientations);
    expect(two.conditions).toEqual(
      recorded.by_orientation_and_tf.map((row: Recorded) => [row.orientation, row.temporal_frequency])
    );
    const preferred = Array.from(preferredConditions(one), (condition) => one.conditions[condition][0]);
    expect(preferred).toEqual(recorded.preferred_orientation);
    recorded.unit_ids.forEach((id: number, unit: number) => {
      const responses = responsesOfUnit(one, unit);
      const osi = globalOrientationSelectivity(recorded.orientations, responses);
      expectClose(osi, number(recorded.osi[unit]), CLOSE, `OSI of ${id}`);
      const dsi = globalDirectionSelectivity(recorded.orientations, responses);
      expectClose(dsi, number(recorded.dsi[unit]), CLOSE, `DSI of ${id}`);
    });
    session.close();
  });

  it("signal correlations", async () => {
    const {condition_means, correlation} = loadGolden(golden, "analysis_signal_correlation");
    const session = await openGolden(golden);
    const design = await gratings(session);
    const {mean} = tuningCurve(
      design.counts,
      parameter(design, "orientation"),
      parameter(design, "temporal_frequency")
    );
    expectMatrix(mean.values, condition_means, "means");
    expectCorrelations(await signalCorrelations(mean), correlation, "units");
    session.close();
  });

  it("noise correlations, pooled and averaged over conditions", async () => {
    const recorded = loadGolden(golden, "analysis_noise_correlation");
    const session = await openGolden(golden);
    const {counts, conditions} = ofGratings(await gratings(session));
    expectCorrelations(await noiseCorrelations(counts, conditions), recorded.pooled, "pooled");
    const {mean, conditions: valid} = await meanNoiseCorrelations(counts, conditions);
    expectCorrelations(mean, recorded.mean_of_conditions, "mean of conditions");
    expect(Array.from(valid)).toEqual(recorded.n_valid.flat());
    const {condition_id, correlation} = recorded.first_condition;
    expect(condition_id).toBe(Math.min(...conditions));
    const only = conditions.map((condition) => (condition === condition_id ? condition : Number.NaN));
    expectCorrelations((await meanNoiseCorrelations(counts, only)).mean, correlation, "first condition");
    session.close();
  });

  it("peristimulus histograms of flashes, with SEM, and smoothed", async () => {
    const {unit_ids, edges, by_color} = loadGolden(golden, "analysis_psth_flashes");
    const session = await openGolden(golden);
    const trains = await session.spikeTimes();
    const units = new Map<number, Float64Array>(unit_ids.map((id: number) => [id, trains.get(id)!]));
    const flashes = await session.stimulusTable("flashes");
    const [starts, colors] = ["start_time", "color"].map((name) => flashes.array(name) as number[]);
    for (const [color, {n, mean_rate, sem, smoothed_sigma_2_bins}] of Object.entries<Recorded>(by_color)) {
      const onsets = Array.from(starts).filter((start, i) => colors[i] === Number(color) && Number.isFinite(start));
      const own = peristimulusHistogram(peristimulusCounts(units, onsets, linspace(-0.1, 0.5, 61)), edges);
      expect(own.n).toBe(n);
      expectMatrix(own.rate.values, mean_rate, "rate");
      expectMatrix(own.sem.values, sem, "SEM");
      const smoothed = smoothAlong(own.rate, "time_relative_to_stimulus_onset", 2);
      expectMatrix(smoothed.values, smoothed_sigma_2_bins, "smoothed");
    }
    session.close();
  });

  it("current source densities under a Gaussian of 4", async () => {
    const session = await openGolden(golden);
    for (const [probe, recorded] of Object.entries<Recorded>(loadGolden(golden, "analysis_csd_smoothed"))) {
      const smoothed = smoothCurrentSourceDensity(await session.currentSourceDensity(Number(probe)), recorded.sigma);
      expect([...smoothed.shape]).toEqual(recorded.shape);
      const close = (own: number, value: number, what: string) => expectClose(own, value, CLOSE, what);
      for (const [row, values] of Object.entries<Recorded>(recorded.rows)) {
        values.forEach((value: number, column: number) => {
          close(smoothed.at(Number(row), column)!, value, `${probe} at ${row}, ${column}`);
        });
      }
      const {row_step, column_step, values} = recorded.grid;
      values.forEach((row: number[], i: number) => {
        row.forEach((value, j) => {
          close(smoothed.at(i * row_step, j * column_step)!, value, `${probe} at ${i * row_step}, ${j * column_step}`);
        });
      });
      expectClose(
        smoothed.values.reduce((a, b) => Math.min(a, b)),
        recorded.min,
        CLOSE,
        "least"
      );
      expectClose(
        smoothed.values.reduce((a, b) => Math.max(a, b)),
        recorded.max,
        CLOSE,
        "greatest"
      );
    }
    session.close();
  });

  it("correlations of two columns, by rank and by permutation, and tests of two samples", () => {
    const recorded = loadGolden(golden, "analysis_statistics");
    const {trial_running_speed: speed, population_count: counts, permutations, running_vs_rest} = recorded;
    const {r} = pearsonCorrelation(speed, counts);
    expectClose(r, recorded.pearson_r, CLOSE, "r");
    const permuted = permutations.map(
      (order: number[]) =>
        pearsonCorrelation(
          speed,
          order.map((i) => counts[i])
        ).r
    );
    permuted.forEach((value: number, i: number) => {
      expectClose(value, recorded.null[i], CLOSE, `permutation ${i}`);
    });
    expectClose(permutationPValue(r, permuted), recorded.p_value, CLOSE, "p");
    const isRunning = (value: number) => value > running_vs_rest.threshold;
    const run = counts.filter((_: number, i: number) => isRunning(speed[i]));
    const rest = counts.filter((_: number, i: number) => !isRunning(speed[i]));
    expect([run.length, rest.length]).toEqual([running_vs_rest.n_run, running_vs_rest.n_rest]);
    const {u, p} = mannWhitneyU(run, rest);
    expectClose(u, running_vs_rest.mann_whitney_u, 0, "U");
    expectClose(p, number(running_vs_rest.mann_whitney_p), CLOSE, "p of U");
    const welch = welchTTest(run, rest);
    expectClose(welch.t, number(running_vs_rest.welch_t), CLOSE, "t");
    expectClose(welch.p, number(running_vs_rest.welch_p), CLOSE, "p of t");
  });

  it("correlations of the units' own metrics", async () => {
    const session = await openGolden(golden);
    const units = await session.units();
    for (const {x, y, n, rho, p, pearson, pearson_p} of loadGolden(golden, "analysis_statistics").spearman) {
      const [xs, ys] = [x, y].map((name) => Array.from(units.array(name) as number[]));
      const known = xs.flatMap((value, i) => (Number.isFinite(value) && Number.isFinite(ys[i]) ? [i] : []));
      const [a, b] = [xs, ys].map((values) => known.map((i) => values[i]));
      expect(known).toHaveLength(n);
      const [ranked, plain] = [spearmanCorrelation(a, b), pearsonCorrelation(a, b)];
      expectClose(ranked.r, number(rho), CLOSE, `rho of ${x} and ${y}`);
      expectClose(ranked.p, number(p), CLOSE, `its p`);
      expectClose(plain.r, number(pearson), CLOSE, `r of ${x} and ${y}`);
      expectClose(plain.p, number(pearson_p), CLOSE, `its p`);
    }
    session.close();
  });
});
