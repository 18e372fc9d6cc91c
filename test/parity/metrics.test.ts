// Metrics of stimuli against AllenSDK's, every column of every class that was recorded.
import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {fitGaussian2d} from "../../lib/analysis/metrics/gaussian-fit-2d.js";
import {positionPValue, resamplesByCategory} from "../../lib/analysis/metrics/position-p-value.js";
import {invert, isInverted, type ReceptiveField} from "../../lib/analysis/metrics/receptive-field.js";
import {thresholdReceptiveField} from "../../lib/analysis/metrics/threshold-receptive-field.js";
import type {EcephysSession} from "../../lib/session/index.js";
import {stimulusMetrics, unitAnalysisMetrics} from "../../lib/session/stimulus-metrics/index.js";
import {positionGrid, positionNumbers, receptiveField} from "../../lib/session/stimulus-metrics/position-grid.js";
import {recordingOf} from "../../lib/session/stimulus-metrics/stimulus-recording.js";
import {UnitResponses} from "../../lib/session/stimulus-metrics/unit-responses.js";
import {expectClose} from "./compare.js";
import {type GoldenSession, goldenSessions, loadGolden, openGolden, type Recorded} from "./golden.js";
import {numpyChoices} from "./numpy-choices.js";

const STIMULI = [
  "drifting_gratings",
  "static_gratings",
  "natural_scenes",
  "flashes",
  "receptive_field_mapping"
] as const;

/** Closed formulas: sums and cosines in another order than numpy's. */
const CLOSE = 1e-12;
/** The two of the receptive field that come from a search, and the one that is random, have tests of their own. */
const HELD_BELOW = new Set(["width_rf", "height_rf", "p_value_rf"]);

describe.each(goldenSessions)("metrics of $name equal AllenSDK's", (golden) => {
  it.each(STIMULI)("%s", async (stimulus) => {
    const {metrics} = loadGolden(golden, `stimulus_analysis_${stimulus}`);
    const session = await openGolden(golden);
    const own = await stimulusMetrics(session, stimulus);
    expect(own.columnNames()).toEqual(["unit_id", ...Object.keys(metrics.columns)]);
    expect(valuesOf(own, "unit_id")).toEqual(metrics.index);
    for (const [name, recorded] of Object.entries<Recorded[]>(metrics.columns)) {
      if (HELD_BELOW.has(name)) continue;
      valuesOf(own, name).forEach((value, row) => {
        const what = `${name}, row ${row}`;
        if (typeof recorded[row] === "boolean") expect(value, what).toBe(recorded[row]);
        else expectClose(value as number, Number(recorded[row]), CLOSE, what);
      });
    }
    session.close();
  });

  it("in one table of all its stimuli", async () => {
    const session = await openGolden(golden);
    const own = await unitAnalysisMetrics(session);
    const recorded = STIMULI.flatMap((stimulus) =>
      Object.keys(loadGolden(golden, `stimulus_analysis_${stimulus}`).metrics.columns)
    );
    expect(own.columnNames()).toEqual(expect.arrayContaining(["unit_id", ...recorded]));
    expect(recorded).toHaveLength(57);
    session.close();
  });

  it.each(["drifting_gratings", "flashes"])("the running speed on each presentation of %s", async (stimulus) => {
    const {running_speed} = loadGolden(golden, `stimulus_analysis_${stimulus}`);
    const session = await openGolden(golden);
    const {runningSpeeds} = await recordingOf(session, [stimulus], 2);
    running_speed.columns.running_speed.forEach((expected: number, row: number) => {
      expectClose(runningSpeeds[row], Number(expected), CLOSE, `presentation ${running_speed.index[row]}`);
    });
    session.close();
  });

  it("spikes by position", async () => {
    const session = await openGolden(golden);
    const {counts, coords} = loadGolden(golden, "stimulus_analysis_receptive_field_mapping").receptive_fields;
    const units = await mapped(golden, session);
    const fields = coords.unit_id.map((id: number) => units.find((unit) => unit.id === id)!.field);
    const own = Array.from(counts, (_, i) => fields[i % fields.length].values[Math.floor(i / fields.length)]);
    expect(own).toEqual(counts);
    session.close();
  });

  it("the p-value of each receptive field, with numpy's random numbers", async () => {
    const session = await openGolden(golden);
    const {p_value_rf} = loadGolden(golden, "stimulus_analysis_receptive_field_mapping").metrics.columns;
    const choose = numpyChoices(0);
    for (const {counts, categories, row} of await mapped(golden, session)) {
      if (p_value_rf[row] === "NaN") continue;
      const drawn = choose(counts.length, 1000 * counts.length);
      expect(positionPValue(counts, resamplesByCategory(categories, drawn)), `row ${row}`).toBe(p_value_rf[row]);
    }
    session.close();
  });

  it("its own p-values are as near as a thousand resamples can be", async () => {
    const session = await openGolden(golden);
    const {p_value_rf} = loadGolden(golden, "stimulus_analysis_receptive_field_mapping").metrics.columns;
    const own = valuesOf(
      await stimulusMetrics(session, "receptive_field_mapping", {seed: 5}),
      "p_value_rf"
    ) as number[];
    own.forEach((p, row) => {
      const recorded = Number(p_value_rf[row]);
      if (Number.isNaN(recorded)) expect(p).toBeNaN();
      else {
        const middle = (p + recorded) / 2;
        expect(Math.abs(p - recorded)).toBeLessThanOrEqual(5 * Math.sqrt((2 * middle * (1 - middle)) / 1000) + 0.002);
      }
    });
    session.close();
  });

  // A field that is no Gaussian has no best fit to be found: where the search ends depends on the last bit of exp(), and
  // AllenSDK's widths differ by as much between processors. Such a fit also moves when all spikes are counted thrice.
  it("width and height of each receptive field that determines them", async () => {
    const session = await openGolden(golden);
    const {width_rf, height_rf} = loadGolden(golden, "stimulus_analysis_receptive_field_mapping").metrics.columns;
    let determined = 0;
    for (const {field, row} of await mapped(golden, session)) {
      if (width_rf[row] === "NaN") continue;
      const {mask} = thresholdReceptiveField(field, {wholeNumbers: true});
      const upright = isInverted(field, mask) ? invert(field) : field;
      const fit = fitGaussian2d(upright);
      const thrice = fitGaussian2d({...upright, values: upright.values.map((count) => 3 * count)});
      const moves = Math.abs(fit.columnWidth / thrice.columnWidth - 1) + Math.abs(fit.rowWidth / thrice.rowWidth - 1);
      const isDetermined = fit.converged && moves < 1e-7;
      if (isDetermined) ++determined;
      const tolerance = isDetermined ? 1e-6 : 0.25;
      expectClose(fit.columnWidth * 10, width_rf[row], tolerance, `width, row ${row}`);
      expectClose(fit.rowWidth * 10, height_rf[row], tolerance, `height, row ${row}`);
    }
    expect(determined).toBeGreaterThan(0);
    session.close();
  });
});

const valuesOf = (table: ColumnTable, name: string) => Array.from(table.array(name) as ArrayLike<unknown>);

interface MappedUnit {
  id: number;
  row: number;
  field: ReceptiveField;
  counts: Float64Array;
  categories: Uint32Array;
}

/** Spikes of each unit by position, and on each presentation. */
async function mapped(golden: GoldenSession, session: EcephysSession): Promise<MappedUnit[]> {
  const {metrics} = loadGolden(golden, "stimulus_analysis_receptive_field_mapping");
  const recording = await recordingOf(session, ["gabors"], 0.25);
  const grid = positionGrid(recording);
  const trains = await session.spikeTimes(metrics.index);
  return metrics.index.map((id: number, row: number) => {
    const responses = new UnitResponses(recording, trains.get(id)!, () => false);
    const counts = responses.trialCounts(Array.from(grid.rowOf.keys()));
    return {id, row, field: receptiveField(responses, grid), counts, categories: positionNumbers(grid)};
  });
}
