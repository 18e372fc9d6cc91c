import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  AnalysisError,
  correlationMatrix,
  meanByAreaPair,
  meanByBin,
  meanNoiseCorrelations,
  noiseCorrelations,
  pairDistances,
  pairValues,
  pearsonCorrelation,
  seededRandom,
  shuffleWithinConditions,
  signalCorrelations,
  zScoresWithinConditions
} from "../../../lib/analysis/index.js";
import {abortedAtLook} from "../aborting-signal.js";

const matrix = (rows: number[][]) => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat())
});

describe("a matrix of correlations", () => {
  it("has Pearson's correlation of every two columns, for any number of them", async () => {
    const random = seededRandom(1);
    for (const [rows, columns] of [
      [2, 3],
      [7, 1],
      [30, 13],
      [700, 35]
    ]) {
      const data = matrix(Array.from({length: rows}, () => Array.from({length: columns}, random)));
      const found = await correlationMatrix(data);
      for (let i = 0; i < columns; ++i) {
        for (let j = 0; j < columns; ++j) {
          const [a, b] = [i, j].map((column) =>
            Array.from({length: rows}, (_, row) => data.values[row * columns + column])
          );
          expect(found[i * columns + j]).toBeCloseTo(pearsonCorrelation(a, b).r, 12);
        }
      }
    }
  });

  it("is NaN for a constant column, one with a NaN, and of one row", async () => {
    const found = await correlationMatrix(
      matrix([
        [0.1, 1, 3, 1],
        [0.1, 2, Number.NaN, 3],
        [0.1, 4, 1, 4]
      ])
    );
    expect(Array.from(found, Number.isNaN)).toEqual([
      ...[true, true, true, true],
      ...[true, false, true, false],
      ...[true, true, true, true],
      ...[true, false, true, false]
    ]);
    expect(found[5]).toBe(1);
    expect((await correlationMatrix(matrix([[1, 2]]))).every(Number.isNaN)).toBe(true);
    expect(await correlationMatrix({rows: 0, columns: 0, values: new Float64Array()})).toHaveLength(0);
  });

  it("leaves its argument as it is, and stops when it is told", async () => {
    const data = matrix([
      [1, 2],
      [2, 1],
      [3, 5]
    ]);
    await correlationMatrix(data);
    expect(Array.from(data.values)).toEqual([1, 2, 2, 1, 3, 5]);
    await expect(correlationMatrix(data, {signal: AbortSignal.abort(new Error("stop"))})).rejects.toThrow("stop");
    await expect(correlationMatrix({...data, rows: 2})).rejects.toThrow(AnalysisError);
  });
});

describe("signal correlations", () => {
  it("are 1 for units with the same tuning and −1 for the opposite, and pass over conditions that were not shown", async () => {
    const found = await signalCorrelations(
      matrix([
        [1, 2, 9],
        [2, 4, 8],
        [Number.NaN, Number.NaN, Number.NaN],
        [5, 10, 5]
      ])
    );
    expect(found[1]).toBeCloseTo(1, 12);
    expect(found[2]).toBeCloseTo(-1, 12);
  });
});

describe("noise correlations", () => {
  /** Two units with opposite tuning and a common gain, and one by itself. */
  const random = seededRandom(2);
  const conditions = Array.from({length: 400}, (_, i) => i % 4);
  const counts = matrix(
    conditions.map((condition) => {
      const common = random();
      return [10 * condition + 4 * common + random(), -10 * condition + 4 * common + random(), random()];
    })
  );

  it("see what units share within a condition, not their tuning", async () => {
    const pooled = await noiseCorrelations(counts, conditions);
    expect(pooled[1]).toBeGreaterThan(0.9);
    expect(Math.abs(pooled[2])).toBeLessThan(0.15);
    const {mean, conditions: valid} = await meanNoiseCorrelations(counts, conditions);
    expect(Math.abs(mean[1] - pooled[1])).toBeLessThan(0.02);
    expect(valid[1]).toBe(4);
    expect((await correlationMatrix(counts))[1]).toBeLessThan(-0.9);
  });

  it("are gone in the shuffled control, which keeps the counts of each unit in each condition", async () => {
    const shuffled = shuffleWithinConditions(counts, conditions, seededRandom(3));
    expect(Math.abs((await noiseCorrelations(shuffled, conditions))[1])).toBeLessThan(0.15);
    const of = (values: Float64Array, condition: number, unit: number) =>
      conditions.flatMap((own, row) => (own === condition ? [values[row * 3 + unit]] : [])).sort((a, b) => a - b);
    for (const condition of [0, 1, 2, 3]) {
      for (const unit of [0, 1, 2])
        expect(of(shuffled.values, condition, unit)).toEqual(of(counts.values, condition, unit));
    }
  });

  it("do not count presentations without a condition", async () => {
    const some = conditions.map((condition, row) => (row < 200 ? condition : Number.NaN));
    const half = {rows: 200, columns: 3, values: counts.values.slice(0, 600)};
    expect(await noiseCorrelations(counts, some)).toEqual(await noiseCorrelations(half, conditions.slice(0, 200)));
  });

  it("are NaN with a unit that never varies, with one trial per condition, and of nothing", async () => {
    const constant = matrix([
      [1, 2],
      [1, 3],
      [5, 1],
      [5, 2]
    ]);
    expect((await noiseCorrelations(constant, [0, 0, 1, 1]))[1]).toBeNaN();
    expect((await meanNoiseCorrelations(constant, [0, 0, 1, 1])).conditions[1]).toBe(0);
    expect((await noiseCorrelations(constant, [0, 1, 2, 3])).every(Number.isNaN)).toBe(true);
    expect(zScoresWithinConditions(constant, [0, 1, 2, 3]).values.every((value) => value === 0)).toBe(true);
    expect(await noiseCorrelations({rows: 0, columns: 0, values: new Float64Array()}, [])).toHaveLength(0);
    await expect(noiseCorrelations(constant, [0])).rejects.toThrow(AnalysisError);
  });
});

it("correlations can be cancelled at every unit, those of noise also at every condition", async () => {
  const trials = {rows: 80, columns: 40, values: Float64Array.from({length: 3200}, (_, at) => (at * 7919) % 23)};
  const conditions = Float64Array.from({length: 80}, (_, trial) => trial % 40);
  await expect(correlationMatrix(trials, {signal: abortedAtLook(40)})).rejects.toThrow("enough");
  await expect(noiseCorrelations(trials, conditions, {signal: abortedAtLook(80)})).rejects.toThrow("enough");
});

describe("pairs of units", () => {
  const symmetric = [1, 2, 3, 2, 1, 4, 3, 4, 1];

  it("come once each, in one order, with their distances", () => {
    expect(Array.from(pairValues(symmetric))).toEqual([2, 3, 4]);
    expect(
      Array.from(
        pairDistances([
          [0, 0, 0],
          [3, 4, 0],
          [0, 0, 2]
        ])
      )
    ).toEqual([5, 2, Math.sqrt(29)]);
    expect(pairValues([1])).toHaveLength(0);
    expect(pairValues([])).toHaveLength(0);
    expect(pairDistances([])).toHaveLength(0);
    expect(
      pairDistances([
        [0, Number.NaN],
        [0, 1]
      ])[0]
    ).toBeNaN();
  });

  it("are averaged by the areas that they are in", () => {
    const means = meanByAreaPair([0.1, 0.2, 0.3, Number.NaN, 0.5, 0.7], ["VISp", "LGd", "VISp", null]);
    expect(means).toEqual([
      {areas: ["LGd", "VISp"], mean: expect.closeTo(0.1, 12), sem: Number.NaN, n: 1},
      {areas: ["VISp", "VISp"], mean: expect.closeTo(0.2, 12), sem: Number.NaN, n: 1}
    ]);
    expect(meanByAreaPair([], ["VISp"])).toEqual([]);
    expect(() => meanByAreaPair([1], ["VISp"])).toThrow(AnalysisError);
  });
});

describe("the mean by bins", () => {
  it("is that of brute force: bins [left, right), the last with its right edge, without NaN", () => {
    const value = fc.oneof(fc.integer({min: -1, max: 5}), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), (pairs) => {
        const edges = [0, 1, 3, 4];
        const {mean, n} = meanByBin(
          pairs.map(([x]) => x),
          pairs.map(([, y]) => y),
          edges
        );
        for (let bin = 0; bin < 3; ++bin) {
          const own = pairs.filter(
            ([x, y]) => x >= edges[bin] && (x < edges[bin + 1] || (bin === 2 && x === 4)) && !Number.isNaN(y)
          );
          expect(n[bin]).toBe(own.length);
          if (own.length === 0) expect(mean[bin]).toBeNaN();
          else expect(mean[bin]).toBeCloseTo(own.reduce((sum, [, y]) => sum + y, 0) / own.length, 12);
        }
      })
    );
  });

  it("has a standard error from two values on", () => {
    const {sem} = meanByBin([0, 0, 1], [1, 3, 5], [0, 0.5, 2]);
    expect(sem[0]).toBeCloseTo(1, 12);
    expect(sem[1]).toBeNaN();
  });
});
