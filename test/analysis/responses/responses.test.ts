import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  AnalysisError,
  designMatrix,
  firstSpikeLatency,
  peakLatency,
  peristimulusCounts,
  peristimulusHistogram,
  smoothAlong,
  spikesOutside,
  subtractBaseline,
  zScore
} from "../../../lib/analysis/index.js";
import {DataArray} from "../../../lib/index.js";

const train = fc
  .array(fc.integer({min: 0, max: 100}), {maxLength: 80})
  .map((ticks) => Float64Array.from(ticks, (tick) => tick / 10).sort());
const time = fc.integer({min: -5, max: 110}).map((tick) => tick / 10);

describe("the design matrix", () => {
  const trains = new Map([
    [7, Float64Array.of(0.1, 0.2, 1.5)],
    [8, new Float64Array()]
  ]);

  it("has the counts and the parameters of the same presentations, without those that are masked", () => {
    const {counts, parameters} = designMatrix(trains, {
      ids: [10, 11, 12],
      starts: [0, Number.NaN, 1],
      stops: [1, Number.NaN, 2],
      parameters: {orientation: [90, Number.NaN, null]}
    });
    expect(Array.from(counts.coords.stimulus_presentation_id)).toEqual([10, 12]);
    expect(Array.from(counts.coords.unit_id)).toEqual([7, 8]);
    expect(Array.from(counts.values)).toEqual([2, 0, 1, 0]);
    expect(parameters).toEqual({orientation: [90, null]});
  });

  it("counts in a window from each onset", () => {
    const columns = {ids: [1], starts: [0], stops: [2]};
    expect(designMatrix(trains, columns, {window: [0.15, 1]}).counts.at(0, 0)).toBe(1);
    expect(designMatrix(trains, columns, {window: [0.1, 0.2], bounds: "[start, stop)"}).counts.at(0, 0)).toBe(1);
  });

  it("of no presentation has no rows; columns of other lengths are refused", () => {
    expect(designMatrix(trains, {ids: [], starts: [], stops: []}).counts.shape).toEqual([0, 2]);
    const columns = {ids: [1], starts: [0], stops: [1], parameters: {color: []}};
    expect(() => designMatrix(trains, columns)).toThrow(AnalysisError);
  });
});

describe("the peristimulus histogram", () => {
  const trains = new Map([[3, Float64Array.of(0.05, 0.15, 1.05, 2.15, 2.151)]]);
  const edges = [0, 0.1, 0.2];

  it("is the mean rate in each bin with its standard error", () => {
    const {rate, sem, n} = peristimulusHistogram(peristimulusCounts(trains, [0, 1, 2], edges), edges);
    expect(n).toBe(3);
    [20 / 3, 10].forEach((value, bin) => {
      expect(rate.at(0, bin)).toBeCloseTo(value, 12);
    });
    expect(sem.at(0, 0)).toBeCloseTo(10 / 3, 12);
    expect(rate.dims).toEqual(["unit_id", "time_relative_to_stimulus_onset"]);
  });

  it("of some presentations is theirs; of one it has no error, of none it is NaN", () => {
    const counts = peristimulusCounts(trains, [0, 1, 2], edges);
    const one = peristimulusHistogram(counts, edges, [2]);
    expect(one.rate.at(0, 1)).toBeCloseTo(20, 12);
    expect(one.sem.at(0, 1)).toBeNaN();
    expect(peristimulusHistogram(counts, edges, []).rate.at(0, 0)).toBeNaN();
  });

  it("divides each bin by its own width", () => {
    const uneven = [0, 0.1, 0.5];
    const {rate} = peristimulusHistogram(peristimulusCounts(trains, [0], uneven), uneven);
    expect(rate.at(0, 1)).toBeCloseTo(2.5, 12);
  });

  it("refuses edges that do not ascend, onsets that are no times, and rows that are not there", () => {
    expect(() => peristimulusCounts(trains, [0], [0])).toThrow(AnalysisError);
    expect(() => peristimulusCounts(trains, [0], [0, 0])).toThrow(AnalysisError);
    expect(() => peristimulusCounts(trains, [Number.NaN], edges)).toThrow(AnalysisError);
    const counts = peristimulusCounts(trains, [0], edges);
    expect(() => peristimulusHistogram(counts, edges, [1])).toThrow(AnalysisError);
    expect(() => peristimulusHistogram(counts, [0, 1])).toThrow(AnalysisError);
  });
});

describe("responses along time", () => {
  const coords = {unit_id: [1, 2], time: [-0.2, -0.1, 0, 0.1]};
  const rates = new DataArray({
    name: "rate",
    dims: ["unit_id", "time"],
    coords,
    values: Float64Array.of(1, 3, 8, 4, 5, 5, 5, 5)
  });

  it("less their baseline are 0 in it on average", () => {
    expect(Array.from(subtractBaseline(rates, "time", [-0.2, 0]).values)).toEqual([-1, 1, 6, 2, 0, 0, 0, 0]);
    expect(Array.from(rates.values)).toEqual([1, 3, 8, 4, 5, 5, 5, 5]);
  });

  it("as z-scores are in standard deviations of the baseline; NaN for a unit that is constant there", () => {
    const {values} = zScore(rates, "time", [-0.2, 0]);
    expect(Array.from(values)).toEqual([-1, 1, 6, 2, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(zScore(rates, "time").values[2]).toBeCloseTo(4 / Math.sqrt(26 / 4), 12);
  });

  it("are NaN without a label in the baseline", () => {
    expect(subtractBaseline(rates, "time", [5, 6]).values.every(Number.isNaN)).toBe(true);
  });

  it("under a Gaussian keep their sum, along any dimension", () => {
    const along = smoothAlong(rates, "time", 1);
    expect(along.values.subarray(0, 4).reduce((sum, value) => sum + value, 0)).toBeCloseTo(16, 12);
    expect(along.at(1, 2)).toBeCloseTo(5, 12);
    expect(smoothAlong(rates, "unit_id", 0).values).toEqual(rates.values);
    expect(() => smoothAlong(rates, "depth", 1)).toThrow("depth");
  });

  it("peak at the time of their first maximum; never for a unit whose rate does not change", () => {
    expect(Array.from(peakLatency(rates, [-1, 1]).values)).toEqual([0, Number.NaN]);
    expect(Array.from(peakLatency(rates, [0.05, 1]).values)).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("the latency to the first spike", () => {
  it("is that of the first in the window, and NaN where there is none", () => {
    const spikes = [0.01, 0.05, 1.3, 2];
    expect(Array.from(firstSpikeLatency(spikes, [0, 1, 2, Number.NaN], [0.02, 0.2]))).toEqual([
      0.05,
      Number.NaN,
      Number.NaN,
      Number.NaN
    ]);
    expect(Array.from(firstSpikeLatency([], [0], [0, 1]))).toEqual([Number.NaN]);
  });
});

describe("spikes outside intervals", () => {
  it("are those that brute force leaves, whatever the order of the intervals", () => {
    fc.assert(
      fc.property(train, fc.array(fc.tuple(time, time), {maxLength: 5}), (spikes, intervals) => {
        const kept = spikes.filter((spike) => !intervals.some(([start, stop]) => spike >= start && spike < stop));
        expect(spikesOutside(spikes, intervals)).toEqual(kept);
      })
    );
  });
});
