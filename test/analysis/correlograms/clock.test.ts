// Lags of sampled times are whole ticks: where the edges of bins are on the clock, too, a tick is on one side of an edge.
import {describe, expect, it} from "vitest";
import {
  allCrossCorrelograms,
  autocorrelogram,
  burstIndex,
  crossCorrelogram,
  interspikeIntervals,
  lagBins,
  seededRandom,
  shiftPredictor
} from "../../../lib/analysis/index.js";

/** Ascending ticks. */
function sampled(spikes: number, duration: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({length: spikes}, () => Math.floor(duration * random())).sort();
}

/** The counts of lags in ticks. */
function bruteForce(fixed: Int32Array, moving: Int32Array, perBin: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const a of fixed) {
    for (const b of moving) {
      const bin = Math.floor((b - a) / perBin) + bins / 2;
      if (bin in counts) ++counts[bin];
    }
  }
  return counts;
}

it("spikes every 5 ms have lags of 5, 10, 15 ms and so on, each as often forth as back", () => {
  const train = Array.from({length: 8}, (_, i) => i * 0.005);
  const {counts, clockRate} = autocorrelogram(train, {window: 0.02, binWidth: 0.005});
  expect(Array.from(counts)).toEqual([4, 5, 6, 7, 0, 7, 6, 5]);
  expect(clockRate).toBe(200);
});

describe.each([
  {rate: 30_000, perBin: 30, binWidth: 0.001},
  {rate: 30_000, perBin: 15, binWidth: 0.0005},
  {rate: 25_000, perBin: 1, binWidth: 0.00004},
  {rate: 1250, perBin: 5, binWidth: 0.004},
  {rate: 1e6, perBin: 1000, binWidth: 0.001}
])("times of a clock of $rate Hz in bins of $perBin ticks", ({rate, perBin, binWidth}) => {
  const [a, b] = [sampled(1500, 200 * perBin, 1), sampled(1500, 200 * perBin, 2)];
  const options = {window: 20 * binWidth, binWidth};
  const expected = bruteForce(a, b, perBin, 40);

  it.each<[string, (tick: number) => number]>([
    ["tick / rate", (tick) => tick / rate],
    ["tick · period", (tick) => tick * (1 / rate)],
    ["a start and ticks", (tick) => 0.123456789 + tick / rate],
    ["a start and ticks, hours later", (tick) => 9876.54321 + tick * (1 / rate)]
  ])("are counted as their ticks are, however they were rounded: %s", (_, toTime) => {
    const [fixed, moving] = [a, b].map((own) => Float64Array.from(own, toTime));
    const {counts, clockRate} = crossCorrelogram(fixed, moving, options);
    expect(Array.from(counts)).toEqual(expected);
    expect(clockRate! / rate).toBeCloseTo(1, 9);
  });

  it("are counted so for all pairs of a set, also where others are on no clock", async () => {
    const random = seededRandom(3);
    const off = Float64Array.from({length: 500}, () => 200 * binWidth * random()).sort();
    const trains = [off, ...[a, b].map((own) => Float64Array.from(own, (tick) => 2.5 + tick / rate))];
    const all = await allCrossCorrelograms(trains, options);
    expect(Array.from(all.between(1, 2).counts)).toEqual(expected);
    expect(all.between(1, 0)).toEqual(crossCorrelogram(trains[1], off, options));
    expect(all.between(1, 0).clockRate).toBeNull();
  });

  it("have a lag as often as the other train has the opposite one", () => {
    const [fixed, moving] = [a, b].map((own) => Float64Array.from(own, (tick) => 7.7 + tick / rate));
    const tickWide = {window: 100 / rate, binWidth: 1 / rate};
    const [forth, back] = [
      crossCorrelogram(fixed, moving, tickWide).counts,
      crossCorrelogram(moving, fixed, tickWide).counts
    ];
    expect(forth.length).toBe(200);
    expect(Array.from(back.subarray(1)).reverse()).toEqual(Array.from(forth.subarray(1)));
  });

  it("are counted so against those of other trials, if the onsets are on the clock", async () => {
    const trial = 50 * perBin;
    const toTimes = (own: ArrayLike<number>) => Float64Array.from(own, (tick) => 7.7 + tick / rate);
    const onsets = toTimes([0, trial, 2 * trial, 3 * trial]);
    // Between two ticks, so that no rounding moves a spike into another trial.
    const span = [-0.5 / rate, (trial - 0.5) / rate] as const;
    const {mean, correlogram} = await shiftPredictor(toTimes(a), toTimes(b), {...options, onsets, trial: span});
    const inTrial = (own: Int32Array, k: number) =>
      own.filter((tick) => tick >= k * trial && tick < (k + 1) * trial).map((tick) => tick - k * trial);
    const sums = [0, 1, 2, 3].map((shift) => {
      const pairs = [0, 1, 2, 3].map((k) => bruteForce(inTrial(a, k), inTrial(b, (k + shift) % 4), perBin, 40));
      return pairs[0].map((_, bin) => pairs.reduce((sum, counts) => sum + counts[bin], 0));
    });
    expect(Array.from(correlogram.counts)).toEqual(sums[0]);
    mean.forEach((value, bin) => {
      expect(value).toBeCloseTo((sums[1][bin] + sums[2][bin] + sums[3][bin]) / 3, 9);
    });
  });
});

it("an interval of 45 ticks of 30 kHz is not below a refractory period of 1.5 ms, nor one of 180 within a burst", () => {
  const random = seededRandom(5);
  const steps = Int32Array.from({length: 4000}, () => [44, 45, 46, 179, 180, 181][Math.floor(6 * random())]);
  const share = (most: number) => steps.filter((step) => step < most).length / steps.length;
  for (const start of [0, 0.1234567, 5000.1]) {
    let tick = 0;
    const train = [start];
    for (const step of steps) {
      tick += step;
      train.push(start + tick / 30_000);
    }
    expect(interspikeIntervals(train).belowRefractory).toBe(share(45));
    expect(burstIndex(train)).toBe(share(180));
  }
});

describe("times have no clock", () => {
  const {edges, bins} = lagBins();
  const byDifferences = (fixed: Float64Array, moving: Float64Array) => {
    const counts = new Uint32Array(bins);
    for (const a of fixed) {
      for (const b of moving) {
        if (b - a >= edges[0] && b - a < edges[bins]) ++counts[edges.findLastIndex((edge) => b - a >= edge)];
      }
    }
    return counts;
  };

  it.each<[string, (tick: number) => number, (tick: number) => number]>([
    ["that drift against the edges, as those of a probe do", (t) => t / 29_999.95, (t) => t / 29_999.95],
    ["of two probes", (t) => t / 30_000, (t) => 0.0123456 + t / 29_999.97],
    [
      "of one clock, half a tick apart by more than a bin has ticks",
      (t) => t / 30_000,
      (t) => Math.SQRT1_2 + t / 30_000
    ],
    ["whose rounding is more than a millionth of a bin", (t) => 1.7e9 + t / 30_000, (t) => 1.7e9 + t / 30_000]
  ])("%s: lags are their differences as they are", (_, ofFixed, ofMoving) => {
    const fixed = Float64Array.from(sampled(600, 30_000, 1), ofFixed);
    const moving = Float64Array.from(sampled(600, 30_000, 2), ofMoving);
    expect(crossCorrelogram(fixed, moving)).toMatchObject({counts: byDifferences(fixed, moving), clockRate: null});
  });

  it("after many that have one, and are told so at once", () => {
    const train = Float64Array.from({length: 200_000}, (_, i) => i / 1000);
    train[199_999] = 200 + Math.SQRT1_2;
    expect(autocorrelogram(train).clockRate).toBeNull();
  });
});
