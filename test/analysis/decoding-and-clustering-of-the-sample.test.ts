// What was put into the synthetic session is decoded from its spikes, and its cell classes are found in its waveforms.
import {beforeAll, describe, expect, it} from "vitest";
import {
  adjustedRandIndex,
  chanceLevel,
  type DecoderSettings,
  decode,
  finiteRows,
  gaussianMixture,
  kMeans,
  type Matrix,
  scaled,
  scalingOf,
  seededRandom,
  unitFeatures
} from "../../lib/analysis/index.js";
import {columnValues, EcephysSession} from "../../lib/index.js";
import {type SampleSession, sampleSession} from "../sample/sample-session.js";

let sample: SampleSession;
let session: EcephysSession;

beforeAll(async () => {
  sample = await sampleSession();
  session = await EcephysSession.fromNwb(sample.nwbPath, {onWarning: () => {}});
  return () => session.close();
});

describe.each([
  ["drifting_gratings", "orientation", [0, 2]],
  ["natural_scenes", "frame", [0, 0.25]]
] as const)("from %s the population tells the %s", (stimulus, parameter, [from, to]) => {
  let trials: Matrix;
  let target: number[];

  beforeAll(async () => {
    const table = await session.stimulusTable(stimulus);
    const values = Array.from(columnValues<number | null>(table, parameter));
    const shown = values.flatMap((value, row) => (value === null || value < 0 ? [] : [row]));
    const classes = [...new Set(shown.map((row) => values[row]))].slice(0, 8);
    const rows = shown.filter((row) => classes.includes(values[row]));
    target = rows.map((row) => values[row]!);
    const ids = columnValues<number>(table, "stimulus_presentation_id");
    const counts = await session.presentationwiseSpikeCounts(
      [from, to],
      rows.map((row) => ids[row])
    );
    trials = {rows: rows.length, columns: counts.shape[2], values: Float64Array.from(counts.values)};
  });

  it.each<[string, DecoderSettings]>([
    ["linear discriminant analysis with shrinkage", {kind: "lda", shrinkage: "ledoit-wolf"}],
    ["naive Bayes", {kind: "poisson-naive-bayes"}]
  ])("well above chance, and not when it is shuffled (%s)", async (_, decoder) => {
    const {accuracy, interval, classes} = await decode(trials, target, {decoder, folds: 4});
    const options = {decoder, accuracy, folds: 4, shuffles: 10, random: seededRandom(1)};
    const chance = await chanceLevel(trials, target, options);
    expect(interval[0]).toBeGreaterThan(3 / classes.length);
    expect(Math.abs(chance.mean - 1 / classes.length)).toBeLessThan(0.06);
    expect(chance.upper).toBeLessThan(accuracy);
  });
});

describe("a decoder of few units of one area", () => {
  it("takes opposite directions of drifting gratings for each other more than it takes other directions", async () => {
    const table = await session.stimulusTable("drifting_gratings");
    const directions = columnValues<number | null>(table, "orientation");
    const rows = Array.from(directions, (_, row) => row).filter((row) => directions[row] !== null);
    const ids = columnValues<number>(table, "stimulus_presentation_id");
    const areaOf = new Map(sample.truth.units.map((unit) => [unit.unit_id, unit.structure]));
    const passing = Array.from(columnValues<number>(await session.units(), "unit_id"));
    const inArea = passing.filter((id) => areaOf.get(id) === "VISp");
    const counts = await session.presentationwiseSpikeCounts(
      [0, 2],
      rows.map((row) => ids[row]),
      inArea
    );
    const trials = {rows: rows.length, columns: inArea.length, values: Float64Array.from(counts.values)};
    const {classes, confusion} = await decode(
      trials,
      rows.map((row) => directions[row]!),
      {
        decoder: {kind: "poisson-naive-bayes"},
        folds: 5
      }
    );
    let [opposite, wrong] = [0, 0];
    classes.forEach((shown, i) => {
      classes.forEach((taken, j) => {
        const count = confusion.values[i * classes.length + j];
        if (i !== j) wrong += count;
        if (Math.abs(shown - taken) === 180) opposite += count;
      });
    });
    expect(wrong).toBeGreaterThan(20);
    // twice as many as the one in seven that it would be if errors were spread evenly
    expect(opposite / wrong).toBeGreaterThan(2 / 7);
  });
});

describe("features of waveforms", () => {
  it("fall into the planted cell classes, with k-means and with a mixture", async () => {
    const [units, probes] = [await session.units(), await session.probes()];
    const ids = Array.from(columnValues<number>(units, "unit_id"));
    const [peaks, probeIds] = ["peak_channel_id", "probe_id"].map((name) => columnValues<number>(units, name));
    const probeRows = Array.from(columnValues<number>(probes, "id"));
    const rates = columnValues<number>(probes, "sampling_rate");
    const [waveforms, trains] = [await session.meanWaveforms(ids), await session.spikeTimes(ids)];
    const [start, stop] = sample.truth.recording;
    const sources = ids.map((id, row) => ({
      waveform: waveforms.get(id)!.sel("channel_id", peaks[row]).values,
      samplingRate: rates[probeRows.indexOf(probeIds[row])],
      train: trains.get(id)!,
      seconds: stop - start
    }));
    const {table, rows} = finiteRows(await unitFeatures(sources, ["duration_ms", "half_width_ms"]));
    const classOf = new Map(sample.truth.units.map((unit) => [unit.unit_id, unit.cell_class]));
    const planted = Array.from(rows, (row) => classOf.get(ids[row])!);
    const standard = scaled(table, scalingOf(table));
    const random = seededRandom(1);
    expect(new Set(planted).size).toBe(2);
    expect(
      adjustedRandIndex<unknown>(kMeans(standard, 2, {random}).labels as ArrayLike<unknown>, planted)
    ).toBeGreaterThan(0.8);
    const mixture = gaussianMixture(standard, 2, {random});
    expect(adjustedRandIndex<unknown>(mixture.labels as ArrayLike<unknown>, planted)).toBeGreaterThan(0.8);
  });
});
