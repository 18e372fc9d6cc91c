import {describe, expect, it} from "vitest";
import {
  AnalysisError,
  allCrossCorrelograms,
  crossCorrelogram,
  interspikeIntervals,
  jitterPredictor,
  putativeConnections,
  seededRandom,
  sharpPeak,
  shiftCorrelation,
  shiftPredictor
} from "../../../lib/analysis/index.js";
import {abortedAtLook} from "../aborting-signal.js";

const uniform = (n: number, duration: number, random: () => number) =>
  Float64Array.from({length: n}, () => duration * random()).sort();

/** A train of its own, and after a share of the other's spikes one 2.5 ms later. */
const follower = (other: Float64Array, share: number, own: Float64Array, random: () => number) =>
  Float64Array.from([...own, ...other.filter(() => random() < share).map((time) => time + 0.0025)]).sort();

describe("the jitter predictor", () => {
  it("leaves a peak of spikes 2.5 ms apart far above the bands, and the other bins within", async () => {
    const random = seededRandom(1);
    const fixed = uniform(5000, 500, random);
    const moving = follower(fixed, 0.05, uniform(5000, 500, random), random);
    const found = await jitterPredictor(fixed, moving, {random, level: 0.01});
    const outside = [...found.correlogram.counts.keys()].filter(
      (bin) => found.correlogram.counts[bin] > found.simultaneousUpper[bin]
    );
    expect(outside).toEqual([52]);
    expect(found.mean[52]).toBeLessThan(found.correlogram.counts[52] / 2);
    expect(found.correlogram).toEqual(crossCorrelogram(fixed, moving));
  });

  it("is the same for the same seed", async () => {
    const trains = [uniform(300, 30, seededRandom(3)), uniform(300, 30, seededRandom(4))] as const;
    const predict = (seed: number) => jitterPredictor(...trains, {random: seededRandom(seed), surrogates: 5});
    expect(await predict(1)).toEqual(await predict(1));
    expect((await predict(1)).mean).not.toEqual((await predict(2)).mean);
  });

  it("of trains without spikes is 0", async () => {
    const {mean, simultaneousUpper} = await jitterPredictor([], [], {random: seededRandom(1), surrogates: 3});
    expect(Math.max(...mean, ...simultaneousUpper)).toBe(0);
  });

  it("refuses what makes no surrogate, and stops when it is told", async () => {
    const random = seededRandom(1);
    await expect(jitterPredictor([1], [1], {random, surrogates: 0})).rejects.toThrow(AnalysisError);
    await expect(jitterPredictor([1], [1], {random, interval: 0})).rejects.toThrow(AnalysisError);
    await expect(jitterPredictor([1], [1], {random, level: 1})).rejects.toThrow(AnalysisError);
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(jitterPredictor([1], [1], {random, signal})).rejects.toThrow("stop");
  });
});

it("the jitter predictor can be cancelled before the first surrogate is drawn, and before its lags are counted", async () => {
  const train = uniform(100, 10, seededRandom(1));
  const drawnBefore = async (look: number) => {
    let drawn = 0;
    const random = () => {
      ++drawn;
      return 0.5;
    };
    const work = jitterPredictor(train, train, {random, surrogates: 1, signal: abortedAtLook(look)});
    await expect(work).rejects.toThrow("enough");
    return drawn;
  };
  expect(await drawnBefore(2)).toBe(0);
  expect(await drawnBefore(3)).toBe(100);
  expect(await drawnBefore(4)).toBe(100);
});

describe("the shift predictor", () => {
  const onsets = Float64Array.from({length: 40}, (_, trial) => 10 + 2 * trial);

  it("is as high as the correlogram where both units only follow the stimulus", async () => {
    const random = seededRandom(5);
    const locked = (delay: number) =>
      Float64Array.from(
        [...onsets].flatMap((onset) => [1, 2, 3, 4, 5].map((k) => onset + 0.1 * k + delay + 0.004 * random()))
      );
    const found = await shiftPredictor(locked(0), locked(0.002), {onsets, trial: [0, 1]});
    const total = (counts: ArrayLike<number>) => Array.from(counts).reduce((sum, count) => sum + count, 0);
    expect(total(found.correlogram.counts)).toBe(200);
    expect(total(found.mean)).toBeCloseTo(200, 6);
    expect(found.surrogates).toBe(39);
  });

  it("keeps nothing of what two units do together in each trial by themselves", async () => {
    const random = seededRandom(6);
    const fixed = uniform(4000, 100, random);
    const found = await shiftPredictor(fixed, follower(fixed, 0.5, uniform(500, 100, random), random), {
      onsets,
      trial: [0, 1.5],
      level: 0.01
    });
    const above = [...found.correlogram.counts.keys()].filter(
      (bin) => found.correlogram.counts[bin] > found.simultaneousUpper[bin]
    );
    expect(above).toContain(52);
    expect(found.mean[52]).toBeLessThan(found.correlogram.counts[52] / 3);
  });

  it("needs two trials", async () => {
    const refused = shiftPredictor([1], [1], {onsets: [0], trial: [0, 1]});
    await expect(refused).rejects.toMatchObject({tag: "too-few-data"});
    await expect(shiftPredictor([1], [1], {onsets: [0, 1], trial: [1, 1]})).rejects.toMatchObject({
      tag: "wrong-argument"
    });
  });

  it("of trains without spikes is 0", async () => {
    const {mean, correlogram} = await shiftPredictor([], [], {onsets, trial: [0, 1]});
    expect(Math.max(...mean, ...correlogram.counts)).toBe(0);
  });
});

describe("the test for a sharp peak", () => {
  const BINS = {window: 0.025, binWidth: 0.0005};

  it("finds a unit that follows another after 2.5 ms, and not the reverse", () => {
    const random = seededRandom(7);
    const fixed = uniform(5000, 1000, random);
    const moving = follower(fixed, 0.02, uniform(5000, 1000, random), random);
    const peak = sharpPeak(crossCorrelogram(fixed, moving, BINS));
    expect(peak.p).toBeLessThan(1e-9);
    expect(Math.abs(peak.lag - 0.0025)).toBeLessThanOrEqual(0.000251);
    expect(peak.efficacy).toBeGreaterThan(0.005);
    expect(sharpPeak(crossCorrelogram(moving, fixed, BINS)).p).toBeGreaterThan(0.001);
  });

  it("is not fooled by rates that rise and fall together within tens of ms", () => {
    const random = seededRandom(8);
    const bursts = uniform(3000, 1000, random);
    const around = () =>
      Float64Array.from([...bursts].map((time) => time + 0.03 * (random() + random() + random() - 1.5))).sort();
    expect(sharpPeak(crossCorrelogram(around(), around(), BINS)).p).toBeGreaterThan(0.001);
  });

  it("of independent trains gives p below a level no more often than the level", () => {
    const random = seededRandom(9);
    const p = Array.from(
      {length: 400},
      () => sharpPeak(crossCorrelogram(uniform(400, 20, random), uniform(400, 20, random), BINS)).p
    );
    expect(p.filter((value) => value <= 0.1).length).toBeLessThan(0.1 * 400 + 3 * Math.sqrt(0.09 * 400));
  });

  it("finds nothing where there are no spikes, and says NaN where no bin is short enough", () => {
    expect(sharpPeak(crossCorrelogram([], [], BINS))).toMatchObject({p: 1, count: 0, expected: 0});
    expect(sharpPeak(crossCorrelogram([1], [1], {window: 0.1, binWidth: 0.01})).p).toBeNaN();
  });

  it("names the pairs of a set that are connected, in their direction, and refuses a level that is none", async () => {
    const random = seededRandom(10);
    const trains = Array.from({length: 8}, () => uniform(3000, 600, random));
    trains[2] = follower(trains[5], 0.1, trains[2], random);
    const all = await allCrossCorrelograms(trains, BINS);
    expect(await putativeConnections(all)).toMatchObject([{presynaptic: 5, postsynaptic: 2}]);
    await expect(putativeConnections(all, {level: 0})).rejects.toThrow(AnalysisError);
    expect(await putativeConnections(await allCrossCorrelograms([], BINS))).toEqual([]);
  });
});

describe("what surrogates and tests cannot be made of", () => {
  it.each([
    {interval: Number.POSITIVE_INFINITY},
    {interval: 0},
    {surrogates: 1.5},
    {surrogates: Number.POSITIVE_INFINITY},
    {level: 1}
  ])("jitter with %o", async (options) => {
    const work = jitterPredictor([1], [1], {...options, random: seededRandom(1)});
    await expect(work).rejects.toMatchObject({name: "AnalysisError", tag: "wrong-argument"});
  });

  it.each([0, -0.01, Number.NaN])("a Gaussian with a sigma of %d", (sigma) => {
    expect(() => sharpPeak(crossCorrelogram([1], [1]), {sigma})).toThrow(AnalysisError);
  });
});

describe("the tutorial's cross-correlation", () => {
  const cut = {start: 0, bins: 100_000};

  it("is 1 at the offset that undoes a shift", async () => {
    const fixed = uniform(2000, 99, seededRandom(1)).map((time) => Math.floor(time * 1000) / 1000 + 0.0005);
    const found = await shiftCorrelation(
      fixed,
      fixed.map((time) => time + 0.003),
      [-0.004, -0.003, 0],
      cut
    );
    expect(found[1]).toBeCloseTo(1, 12);
    expect(Math.max(found[0], found[2])).toBeLessThan(0.2);
  });

  it("is NaN where a train has no spikes, or no bin differs", async () => {
    expect((await shiftCorrelation([], [1], [0], cut))[0]).toBeNaN();
    expect((await shiftCorrelation([0.5], [0.5], [0], {start: 0, binWidth: 1, bins: 1}))[0]).toBeNaN();
  });

  it("refuses bins that make no sense", async () => {
    await expect(shiftCorrelation([1], [1], [0], {start: 0, bins: 0})).rejects.toThrow(AnalysisError);
    await expect(shiftCorrelation([1], [1], [0], {start: Number.NaN, bins: 1})).rejects.toThrow(AnalysisError);
  });

  it("can be cancelled, and tells how far it is", async () => {
    const train = uniform(200_000, 99, seededRandom(1));
    const offsets = Float64Array.from({length: 401}, (_, k) => (k - 200) / 1000);
    const controller = new AbortController();
    const fractions: number[] = [];
    const onProgress = (fraction: number) => {
      fractions.push(fraction);
      controller.abort(new Error("enough"));
    };
    const work = shiftCorrelation(train, train, offsets, {...cut, signal: controller.signal, onProgress});
    await expect(work).rejects.toThrow("enough");
    expect(fractions).toHaveLength(1);
    expect(fractions[0]).toBeLessThan(1);
  });
});

describe("intervals between spikes", () => {
  it("of a clock vary not at all", () => {
    expect(interspikeIntervals([0, 0.25, 0.5, 0.75])).toEqual({
      n: 3,
      median: 0.25,
      mean: 0.25,
      cv: 0,
      lv: 0,
      belowRefractory: 0
    });
  });

  it("of a Poisson process have a CV and an LV of about 1", () => {
    const {cv, lv} = interspikeIntervals(uniform(20_000, 1000, seededRandom(1)));
    expect(Math.abs(cv - 1)).toBeLessThan(0.03);
    expect(Math.abs(lv - 1)).toBeLessThan(0.03);
  });

  it("fewer than two have no statistics", () => {
    expect(interspikeIntervals([])).toMatchObject({n: 0, median: Number.NaN});
    expect(interspikeIntervals([1])).toMatchObject({n: 0, cv: Number.NaN});
    expect(interspikeIntervals([1, 2])).toMatchObject({n: 1, lv: Number.NaN});
  });
});
