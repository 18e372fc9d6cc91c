import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  adjustedRandIndex,
  burstIndex,
  cutTree,
  finiteRows,
  gaussianMixture,
  hierarchicalClustering,
  kMeans,
  type Matrix,
  principalComponents,
  seededRandom,
  silhouette,
  umap,
  unitFeatures,
  waveformFeatures,
  waveformSpread
} from "../../../lib/analysis/index.js";
import {abortedAtLook} from "../aborting-signal.js";

const tagged = (tag: string) => expect.objectContaining({name: "AnalysisError", tag});
const empty: Matrix = {rows: 0, columns: 2, values: new Float64Array(0)};
const withNaN: Matrix = {rows: 1, columns: 2, values: Float64Array.of(1, Number.NaN)};

/** Three groups of ten points, 10 apart. */
function groups(seed = 1): {data: Matrix; labels: number[]} {
  const random = seededRandom(seed);
  const labels = Array.from({length: 30}, (_, row) => row % 3);
  const values = Float64Array.from({length: 60}, (_, at) => {
    const group = labels[at >> 1];
    return random() + (at % 2 === 0 ? 10 * (group === 1 ? 1 : 0) : 10 * (group === 2 ? 1 : 0));
  });
  return {data: {rows: 30, columns: 2, values}, labels};
}

describe("principal components", () => {
  it("make the data again", async () => {
    const size = fc.integer({min: 1, max: 12});
    await fc.assert(
      fc.asyncProperty(size, size, fc.integer(), async (rows, columns, seed) => {
        const random = seededRandom(seed);
        const values = Float64Array.from({length: rows * columns}, () => 10 * random());
        const {components, scores, mean} = await principalComponents({rows, columns, values});
        for (let i = 0; i < rows; ++i) {
          for (let j = 0; j < columns; ++j) {
            let sum = mean[j];
            for (let k = 0; k < components.rows; ++k) {
              sum += scores.values[i * components.rows + k] * components.values[k * columns + j];
            }
            expect(sum).toBeCloseTo(values[i * columns + j], 9);
          }
        }
      })
    );
  });

  it("are orthonormal, whatever the rank of the data, and make them again", async () => {
    const size = fc.integer({min: 1, max: 12});
    const exponent = fc.integer({min: -14, max: 6});
    await fc.assert(
      fc.asyncProperty(size, size, size, exponent, fc.integer(), async (rows, columns, rank, scale, seed) => {
        const random = seededRandom(seed);
        const draw = (length: number) => Float64Array.from({length}, () => random() - 0.5);
        const [left, right] = [draw(rows * rank), draw(rank * columns)];
        // The last direction is that much smaller than the others: from nothing but rounding to most of what varies.
        for (let j = 0; j < columns; ++j) right[(rank - 1) * columns + j] *= 10 ** scale;
        const values = Float64Array.from({length: rows * columns}, (_, at) => {
          const [i, j] = [Math.floor(at / columns), at % columns];
          let sum = 3;
          for (let k = 0; k < rank; ++k) sum += left[i * rank + k] * right[k * columns + j];
          return sum;
        });
        const {components, scores, mean, variance} = await principalComponents({rows, columns, values});
        const count = Math.min(rows, columns);
        expect(components.rows).toBe(count);
        for (let a = 0; a < count; ++a) {
          for (let b = 0; b <= a; ++b) {
            let product = 0;
            for (let j = 0; j < columns; ++j) {
              product += components.values[a * columns + j] * components.values[b * columns + j];
            }
            expect(Math.abs(product - Number(a === b))).toBeLessThan(1e-12);
          }
          const own = components.values.subarray(a * columns, (a + 1) * columns);
          expect(Math.max(...own)).toBeGreaterThanOrEqual(-Math.min(...own) - 1e-12);
        }
        const largest = Math.max(...values.map(Math.abs));
        values.forEach((value, at) => {
          const [i, j] = [Math.floor(at / columns), at % columns];
          let sum = mean[j];
          for (let k = 0; k < count; ++k) sum += scores.values[i * count + k] * components.values[k * columns + j];
          expect(Math.abs(sum - value)).toBeLessThan(1e-12 * largest);
        });
        if (rows > 1) for (const value of variance.subarray(rank)) expect(value).toBeLessThan(1e-20 * largest ** 2);
      }),
      {numRuns: 300}
    );
  });

  it("of data that do not vary are the axes, with no variance", async () => {
    const {components, scores, variance} = await principalComponents({
      rows: 3,
      columns: 2,
      values: new Float64Array(6).fill(7)
    });
    expect([...components.values]).toEqual([1, 0, 0, 1]);
    expect([...scores.values, ...variance].every((value) => value === 0)).toBe(true);
  });

  it("have the variance of the data; a column that is constant has no part in it", async () => {
    const data = {rows: 3, columns: 2, values: Float64Array.of(1, 5, 2, 5, 3, 5)};
    const {variance, varianceRatio, components} = await principalComponents(data);
    expect(variance[0]).toBeCloseTo(1, 12);
    expect(variance[1]).toBe(0);
    expect([...varianceRatio]).toEqual([1, 0]);
    expect([...components.values]).toEqual([1, 0, 0, 1]);
  });

  it("are none of no rows, and an error of NaN", async () => {
    expect((await principalComponents(empty)).components.rows).toBe(0);
    await expect(principalComponents(withNaN)).rejects.toEqual(tagged("wrong-argument"));
  });

  it("can be cancelled at every row, and tell when they are found", async () => {
    const {data} = groups();
    const wide = {rows: 2, columns: 30, values: data.values};
    const tall = {rows: 30, columns: 2, values: data.values};
    for (const both of [wide, tall]) {
      for (const look of [1, 2, 3, 4]) {
        await expect(principalComponents(both, {signal: abortedAtLook(look)})).rejects.toThrow("enough");
      }
    }
    const told: number[] = [];
    await principalComponents(data, {onProgress: (fraction) => told.push(fraction)});
    expect(told.at(-1)).toBe(1);
  });
});

describe("clusters", () => {
  const {data, labels} = groups();

  it("of groups that lie apart are the groups, whoever looks for them", () => {
    const random = seededRandom(3);
    expect(adjustedRandIndex(kMeans(data, 3, {random}).labels, labels)).toBe(1);
    expect(adjustedRandIndex(gaussianMixture(data, 3, {random}).labels, labels)).toBe(1);
    for (const linkage of ["ward", "average", "complete", "single"] as const) {
      expect(adjustedRandIndex(cutTree(hierarchicalClustering(data, linkage), 3), labels)).toBe(1);
    }
  });

  it("are as many as give the least Bayesian criterion", () => {
    const random = seededRandom(5);
    const bic = [1, 2, 3, 4, 5].map((count) => gaussianMixture(data, count, {random}).bic);
    expect(bic.indexOf(Math.min(...bic)) + 1).toBe(3);
  });

  it("have a silhouette that is highest for the true number", () => {
    const random = seededRandom(7);
    const means = [2, 3, 4].map((count) => silhouette(data, kMeans(data, count, {random}).labels).mean);
    expect(means[1]).toBeGreaterThan(Math.max(means[0], means[2]));
    expect(means[1]).toBeGreaterThan(0.8);
  });

  it("of points that are all equal: one of them is given to each mean, and labels are all defined", () => {
    const equal = {rows: 5, columns: 2, values: new Float64Array(10).fill(2)};
    const {inertia, labels: found} = kMeans(equal, 2, {random: seededRandom(1)});
    expect(inertia).toBe(0);
    expect(found).toHaveLength(5);
    expect(gaussianMixture(equal, 2, {random: seededRandom(1)}).labels).toHaveLength(5);
  });

  it("cannot be more than rows, less than one, or of NaN", () => {
    const random = seededRandom(1);
    for (const find of [
      (of: Matrix, count: number) => kMeans(of, count, {random}),
      (of: Matrix, count: number) => gaussianMixture(of, count, {random}),
      (of: Matrix, count: number) => cutTree(hierarchicalClustering(of), count)
    ]) {
      expect(() => find(data, 31)).toThrow(tagged("too-few-data"));
      expect(() => find(data, 0)).toThrow(tagged("wrong-argument"));
      expect(() => find(withNaN, 1)).toThrow(tagged("wrong-argument"));
    }
    expect(() => kMeans(empty, 1, {random})).toThrow(tagged("too-few-data"));
    expect(() => gaussianMixture(data, 2, {})).toThrow(tagged("wrong-argument"));
  });

  it("of one row are one; the tree of one row has no merge", () => {
    const one = {rows: 1, columns: 2, values: Float64Array.of(1, 2)};
    expect([...kMeans(one, 1, {initialRows: [0]}).labels]).toEqual([0]);
    expect(hierarchicalClustering(one)).toEqual([]);
    expect([...cutTree([], 1)]).toEqual([0]);
  });

  it("merge the nearest first", () => {
    const line = {rows: 4, columns: 1, values: Float64Array.of(0, 1, 5, 7)};
    expect(hierarchicalClustering(line, "single")).toEqual([
      {clusters: [0, 1], distance: 1, size: 2},
      {clusters: [2, 3], distance: 2, size: 2},
      {clusters: [4, 5], distance: 4, size: 4}
    ]);
  });
});

describe("the silhouette", () => {
  it("is NaN of one cluster, and 0 of a row that is alone", () => {
    const line = {rows: 3, columns: 1, values: Float64Array.of(0, 1, 9)};
    expect(silhouette(line, [0, 0, 0]).mean).toBeNaN();
    const {samples} = silhouette(line, [0, 0, 1]);
    expect([...samples]).toEqual([8 / 9, 7 / 8, 0]);
    expect(() => silhouette(line, [0])).toThrow(tagged("wrong-shape"));
  });
});

describe("the adjusted Rand index", () => {
  it("is 1 for labellings that agree but for names, and 0 for one that puts all together", () => {
    expect(adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"] as unknown as number[])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 0, 0])).toBe(0);
    expect(adjustedRandIndex([], [])).toBe(1);
    expect(() => adjustedRandIndex([0], [])).toThrow(tagged("wrong-shape"));
  });

  it("tells all labels apart, also NaN from null and a number from its name", () => {
    const labels: unknown[] = [Number.NaN, null, 1, "1", Number.NaN];
    expect(adjustedRandIndex<unknown>(labels, [0, 1, 2, 3, 0])).toBe(1);
  });

  it("is the one that Hubert and Arabie define", () => {
    // Of 6 pairs 1 is together in both, 1 in the first and 2 in the second: (1 − 2/6) / (3/2 − 2/6).
    expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(4 / 7, 12);
  });
});

describe("features of a waveform", () => {
  const triangle = [0, 0, -2, -4, -2, 0, 1, 2, 1, 0];

  it("are read off its trough and peak", () => {
    const {duration, halfWidth, peakToTroughRatio, repolarizationSlope, recoverySlope} = waveformFeatures(
      triangle,
      1000
    );
    expect([duration, halfWidth, peakToTroughRatio]).toEqual([4, 2, 0.5]);
    expect(repolarizationSlope).toBeCloseTo(1.5, 12);
    expect(recoverySlope).toBeCloseTo(-1, 12);
  });

  it("are NaN where the waveform has none", () => {
    expect(waveformFeatures([], 1000)).toMatchObject({troughIndex: -1, duration: Number.NaN});
    expect(waveformFeatures([0, Number.NaN], 1000).troughAmplitude).toBeNaN();
    expect(waveformFeatures([1, 1, 1], 1000)).toMatchObject({
      duration: 0,
      halfWidth: Number.NaN,
      peakToTroughRatio: Number.NaN
    });
    expect(waveformFeatures([-4, -3, -3], 1000).halfWidth).toBeNaN();
  });

  it("spread as far as the channels that see it", () => {
    const waveforms = {rows: 4, columns: 2, values: Float64Array.of(0, -1, 0, -10, 0, -5, 0, 0)};
    expect(waveformSpread(waveforms, [0, 20, 40, 60])).toBe(20);
    expect(waveformSpread(waveforms, [0, 20, 40, 60], 0.1)).toBe(40);
    expect(waveformSpread({rows: 1, columns: 2, values: new Float64Array(2)}, [0])).toBeNaN();
  });
});

describe("the table of features", () => {
  it("has NaN for a unit without spikes, which finite rows leave out", async () => {
    const waveform = [0, -4, 2, 0];
    const train = Float64Array.of(0, 0.002, 0.1, 0.3);
    const source = {waveform, samplingRate: 30_000, train, seconds: 10, metadata: {depth: 400}};
    const table = await unitFeatures(
      [source, {...source, train: new Float64Array(0)}],
      ["cv", "burst_index", "depth", "none"]
    );
    expect([...table.values.subarray(1, 4)]).toEqual([1 / 3, 400, Number.NaN]);
    expect(table.values[4]).toBeNaN();
    const {rows} = finiteRows(await unitFeatures([{...source, train: new Float64Array(0)}, source], ["cv", "depth"]));
    expect([...rows]).toEqual([1]);
  });

  it("can be cancelled between units, and tells how far it is", async () => {
    const random = seededRandom(1);
    const train = Float64Array.from({length: 100_000}, () => random()).sort();
    const units = new Array(40).fill({waveform: [0, -4, 2, 0], samplingRate: 30_000, train, seconds: 1});
    const controller = new AbortController();
    const told: number[] = [];
    const onProgress = (fraction: number) => {
      told.push(fraction);
      controller.abort(new Error("enough"));
    };
    const work = unitFeatures(units, ["lv"], {signal: controller.signal, onProgress});
    await expect(work).rejects.toThrow("enough");
    expect(told).toHaveLength(1);
    expect(told[0]).toBeLessThan(1);
  });

  it("has the share of intervals within bursts", () => {
    expect(burstIndex([0, 0.003, 0.1, 0.104, 0.2])).toBe(0.5);
    expect(burstIndex([1])).toBeNaN();
  });
});

describe("the picture of UMAP", () => {
  it("keeps groups apart, and is the same for the same seed", async () => {
    const {data, labels} = groups(4);
    const draw = () => umap(data, {random: seededRandom(2), neighbors: 5, epochs: 100});
    const points = await draw();
    expect(points).toEqual(await draw());
    expect(adjustedRandIndex(kMeans(points, 3, {random: seededRandom(1)}).labels, labels)).toBeGreaterThan(0.5);
    expect(silhouette(points, labels).mean).toBeGreaterThan(0.3);
  });

  it("is of three units or more, and can be cancelled", async () => {
    const random = seededRandom(1);
    await expect(umap(empty, {random})).rejects.toEqual(tagged("too-few-data"));
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(umap(groups().data, {random, signal})).rejects.toThrow("enough");
    expect((await umap({rows: 3, columns: 1, values: Float64Array.of(1, 2, 3)}, {random})).rows).toBe(3);
  });
});
