import fc from "fast-check";
import {afterEach, describe, expect, it, vi} from "vitest";
import {
  AnalysisError,
  allCrossCorrelograms,
  autocorrelogram,
  burstIndex,
  correlogramRates,
  crossCorrelogram,
  interspikeIntervals,
  jitterPredictor,
  type LagOptions,
  lagBins,
  seededRandom,
  shiftCorrelation,
  shiftPredictor
} from "../../../lib/analysis/index.js";

/** Trains in ticks of a quarter of a bin, so that lags fall on edges as well as between them. */
const ticks = fc.array(fc.integer({min: 0, max: 400}), {maxLength: 60}).map((own) => Int32Array.from(own).sort());
const timesOf = (own: Int32Array) => Float64Array.from(own, (tick) => tick / 4000);
const train = ticks.map(timesOf);

/** Times of no clock. */
const times = fc
  .array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 60})
  .map((own) => Float64Array.from(own).sort());

const OPTIONS = {window: 0.02, binWidth: 0.001};

/** The counts of lags that are whole ticks, of which a bin has some: no rounding, no edges. */
function bruteForceOfTicks(
  fixed: ArrayLike<number>,
  moving: ArrayLike<number>,
  {bins = 40, perBin = 4, itself = false} = {}
): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < fixed.length; ++i) {
    for (let j = 0; j < moving.length; ++j) {
      const bin = Math.floor((moving[j] - fixed[i]) / perBin) + bins / 2;
      if (bin in counts && !(itself && i === j)) ++counts[bin];
    }
  }
  return counts;
}

/** The counts of the differences of times as they are. */
function bruteForce(fixed: Float64Array, moving: Float64Array, options: LagOptions = OPTIONS): Uint32Array {
  const {edges, bins} = lagBins(options);
  const counts = new Uint32Array(bins);
  for (const a of fixed) {
    for (const b of moving) {
      if (b - a >= edges[0] && b - a < edges[bins]) ++counts[edges.findLastIndex((edge) => b - a >= edge)];
    }
  }
  return counts;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("a cross-correlogram", () => {
  it("counts every pair of spikes in the bin [left, right) of its lag, as brute force does in ticks", () => {
    fc.assert(
      fc.property(ticks, ticks, (a, b) => {
        expect(Array.from(crossCorrelogram(timesOf(a), timesOf(b), OPTIONS).counts)).toEqual(bruteForceOfTicks(a, b));
      })
    );
  });

  it.each([
    {what: "many spikes", spikes: 3000, duration: 40, options: {}},
    {what: "bursts with pauses of hours between", spikes: 400, duration: 30_000, options: {window: 0.01}},
    {what: "bins of a nanosecond", spikes: 200, duration: 1e-5, options: {binWidth: 1e-9, window: 1e-6}},
    {what: "times since 1970", spikes: 500, duration: 5, options: {}, since: 1.7e9},
    {what: "more spikes than are counted in one go", spikes: 4500, duration: 2, options: {window: 0.1, binWidth: 0.05}},
    {what: "more bins than are counted in one go", spikes: 90, duration: 9, options: {window: 3}}
  ])("of times of no clock is that of their differences as they are: $what", (settings) => {
    const {spikes, duration, options, since = 0} = settings;
    const random = seededRandom(3);
    const [a, b] = [0, 1].map(() =>
      Float64Array.from({length: spikes}, (_, i) => since + (i % 9 ? 0 : duration) + (duration * random()) / 9).sort()
    );
    const expected = bruteForce(a, b, options);
    expect(Math.max(...expected)).toBeGreaterThan(0);
    expect(crossCorrelogram(a, b, options)).toMatchObject({counts: expected, clockRate: null});
  });

  it("is the same where there is no WebAssembly, on a clock and off it", async () => {
    const random = seededRandom(4);
    // In quarters of a bin, so that one lag in four is on an edge.
    const [a, b] = [0, 1].map(() => Int32Array.from({length: 300}, () => Math.round(4000 * random())).sort());
    const [x, y] = [0, 1].map(() => Float64Array.from({length: 300}, random).sort());
    vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    const plain = await import("../../../lib/analysis/correlograms/index.js");
    const {counts} = plain.crossCorrelogram(timesOf(a), timesOf(b), OPTIONS);
    expect(Array.from(counts)).toEqual(bruteForceOfTicks(a, b));
    expect(plain.crossCorrelogram(x, y, OPTIONS).counts).toEqual(bruteForce(x, y));
  });

  it("c_ab(t) = c_ba(−t) where no lag is on an edge", () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        const {edges} = lagBins(OPTIONS);
        fc.pre(!a.some((x) => b.some((y) => edges.some((edge) => Math.abs(y - x - edge) < 1e-14))));
        const forth = crossCorrelogram(a, b, OPTIONS).counts;
        expect(Array.from(crossCorrelogram(b, a, OPTIONS).counts).reverse()).toEqual(Array.from(forth));
      })
    );
  });

  it("has its peak at +2 ms where the moving unit fires 2 ms after the fixed one", () => {
    const random = seededRandom(1);
    const fixed = Float64Array.from({length: 1000}, () => 100 * random()).sort();
    const {counts, edges} = crossCorrelogram(
      fixed,
      fixed.map((time) => time + 0.0025)
    );
    const peak = counts.indexOf(Math.max(...counts));
    expect(edges[peak]).toBeCloseTo(0.002, 12);
  });

  it("is 0 without spikes, and one spike has one lag to one other", () => {
    expect(Math.max(...crossCorrelogram([], [1, 2, 3]).counts)).toBe(0);
    expect(Math.max(...crossCorrelogram([1, 2, 3], []).counts)).toBe(0);
    const {counts, edges} = crossCorrelogram([1], [1.0005], {binWidth: 0.001, window: 0.002});
    expect(Array.from(counts)).toEqual([0, 0, 1, 0]);
    expect(edges[2]).toBe(0);
  });

  it("has no lags to a time that is not a number", () => {
    expect(Math.max(...crossCorrelogram([Number.NaN], [Number.NaN, 1]).counts)).toBe(0);
    const {NaN: nothing, POSITIVE_INFINITY: never} = Number;
    expect(crossCorrelogram([1, nothing, 2], [1, 2, never, nothing])).toMatchObject({
      counts: crossCorrelogram([1, 2], [1, 2]).counts
    });
  });

  it("does not change the trains", () => {
    const fixed = Float64Array.of(1, 2, 3);
    crossCorrelogram(fixed, fixed);
    autocorrelogram(fixed);
    expect(fixed).toEqual(Float64Array.of(1, 2, 3));
  });

  it.each([{binWidth: 0}, {binWidth: Number.NaN}, {window: 0}, {window: -1}, {window: 1e9}])(
    "refuses the bins %o",
    (options) => {
      expect(() => crossCorrelogram([1], [1], options)).toThrow(AnalysisError);
    }
  );
});

describe("an autocorrelogram", () => {
  it("leaves out the pair of each spike with itself, and nothing else", () => {
    fc.assert(
      fc.property(ticks, (a) => {
        const own = Array.from(autocorrelogram(timesOf(a), OPTIONS).counts);
        expect(own).toEqual(bruteForceOfTicks(a, a, {itself: true}));
      })
    );
  });

  it("of one spike, or of none, is 0", () => {
    expect(Math.max(...autocorrelogram([1]).counts)).toBe(0);
    expect(Math.max(...autocorrelogram([]).counts)).toBe(0);
  });
});

describe("all cross-correlograms of a set of trains", () => {
  /** On a clock, on another, on the first one later by a part of a tick, and on none. */
  const anyTrain = fc.oneof(
    train,
    ticks.map((own) => Float64Array.from(own, (tick) => tick / 3000)),
    train.map((own) => own.map((time) => time + 0.0001)),
    times
  );

  it("are those of each pair, in both orders and with itself, to the last lag on an edge", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTrain, {maxLength: 5}), async (trains) => {
        const all = await allCrossCorrelograms(trains, OPTIONS);
        trains.forEach((fixed, a) => {
          trains.forEach((moving, b) => {
            const own = a === b ? autocorrelogram(fixed, OPTIONS) : crossCorrelogram(fixed, moving, OPTIONS);
            expect(all.between(a, b)).toEqual(own);
          });
        });
      })
    );
  });

  it("of no train are none", async () => {
    const all = await allCrossCorrelograms([]);
    expect(all.spikes).toEqual([]);
    expect(() => all.between(0, 0)).toThrow(AnalysisError);
  });

  it("can be cancelled, and tell how far they are", async () => {
    const random = seededRandom(1);
    const trains = Array.from({length: 20}, () => Float64Array.from({length: 20_000}, () => 100 * random()).sort());
    const controller = new AbortController();
    const fractions: number[] = [];
    const onProgress = (fraction: number) => {
      fractions.push(fraction);
      controller.abort(new Error("enough"));
    };
    await expect(allCrossCorrelograms(trains, {signal: controller.signal, onProgress})).rejects.toThrow("enough");
    expect(fractions).toHaveLength(1);
    expect(fractions[0]).toBeLessThan(1);
    await expect(allCrossCorrelograms([], {signal: AbortSignal.abort(new Error("before"))})).rejects.toThrow("before");
  });
});

describe("times that do not ascend", () => {
  it.each<[string, () => unknown]>([
    ["of the fixed train", () => crossCorrelogram([3, 1, 2], [1, 2, 3])],
    ["of the moving train", () => crossCorrelogram([1, 2, 3], [3, 1, 2])],
    ["with one that is not a number", () => autocorrelogram([2, Number.NaN, 1])],
    ["of a set of trains", () => allCrossCorrelograms([[1, 2], Float64Array.of(2, 1)])],
    ["of a fixed train that is not shifted", () => shiftCorrelation([3, 1], [1, 2], [0], {start: 0, bins: 9})],
    ["of a train that is shifted", () => shiftCorrelation([1, 2], [3, 1], [0], {start: 0, bins: 9})],
    ["of trains in trials", () => shiftPredictor([1, 2], [2, 1], {onsets: [0, 5], trial: [0, 4]})],
    ["of a train with jitter", () => jitterPredictor([1, 2], [2, 1], {random: seededRandom(1)})],
    ["between which there would be intervals", () => interspikeIntervals([2, 1, 3])],
    ["in which there would be bursts", () => burstIndex([2, 1, 3])]
  ])("%s are refused", async (_, work) => {
    await expect((async () => work())()).rejects.toMatchObject({name: "AnalysisError", tag: "wrong-argument"});
  });

  it("are told from those that only have others among them that are not finite", () => {
    const {NaN: nan, POSITIVE_INFINITY: late, NEGATIVE_INFINITY: early} = Number;
    const {counts} = crossCorrelogram([early, 1, nan, 2, late], [1, 2], {window: 2, binWidth: 1});
    expect(Array.from(counts)).toEqual([0, 1, 2, 1]);
  });
});

it("bins of next to no width are refused", () => {
  const bins = {binWidth: 1e-309, window: 1e-308};
  expect(() => crossCorrelogram([0, 1e-309], [0, 1e-309], bins)).toThrow(
    expect.objectContaining({tag: "wrong-argument"})
  );
});

describe("rates of a correlogram", () => {
  it("of independent trains are the rate of the moving one", () => {
    const random = seededRandom(2);
    const [fixed, moving] = [3000, 5000].map((n) => Float64Array.from({length: n}, () => 500 * random()).sort());
    const {rate, perFixedSpike, perMovingSpike} = correlogramRates(crossCorrelogram(fixed, moving));
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(rate) - 10)).toBeLessThan(0.3);
    expect(mean(perFixedSpike)).toBeCloseTo(mean(rate) * 0.001, 12);
    expect(mean(perMovingSpike) * 5000).toBeCloseTo(mean(perFixedSpike) * 3000, 9);
  });

  it("are NaN without spikes", () => {
    expect(correlogramRates(crossCorrelogram([], [1])).rate.every(Number.isNaN)).toBe(true);
  });
});
