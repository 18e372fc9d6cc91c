import {describe, expect, it} from "vitest";
import {mannWhitneyU, pearsonCorrelation, permutationPValue, spearmanCorrelation} from "../../../lib/analysis/index.js";
import {normalTail} from "../../../lib/analysis/statistics/normal-tail.js";

const near = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));

describe("correlations equal scipy's", () => {
  it("with ties", () => {
    const [x, y] = [
      [1, 2, 3, 4, 5],
      [2, 1, 4, 3, 3]
    ];
    const [ranked, plain] = [spearmanCorrelation(x, y), pearsonCorrelation(x, y)];
    near(ranked.r, 0.5642880936468347);
    near(ranked.p, 0.3217233358243003);
    near(plain.r, 0.5547001962252291);
    near(plain.p, 0.33184140605450324);
  });

  it("are NaN where there is nothing to correlate", () => {
    expect(pearsonCorrelation([], [])).toEqual({r: Number.NaN, p: Number.NaN, n: 0});
    expect(pearsonCorrelation([1], [1]).r).toBeNaN();
    expect(pearsonCorrelation([1, 2, 3], [0.1, 0.1, 0.1]).r).toBeNaN();
    expect(pearsonCorrelation([1, 2, Number.NaN], [1, 2, 3]).r).toBeNaN();
    expect(spearmanCorrelation([1, 2, Number.NaN], [1, 2, 3]).r).toBeNaN();
  });

  // mpmath 1.3, with 50 digits, of exact sums
  it.each([
    [1000, 30, 0.14652745012350016, 3.2722783006135496e-6],
    [100_000, 3, 0.015010386617477342, 2.06548726070793e-6],
    [1_000_000, 0, 1.8056447065373743e-5, 0.9855938404927933],
    [1_000_000, 1, 0.0048287426101590696, 1.3738261147190714e-6],
    [1_000_000, 4, 0.019257310470226035, 1.1848266341540682e-82]
  ])("of %d pairs have all their digits, also in p", (n, slope, expectedR, expectedP) => {
    const x = Float64Array.from({length: n}, (_, i) => (i * 7919) % 1009);
    const y = x.map((value, i) => ((i * i) % 997) + slope * Math.floor(value / 200));
    const {r, p} = pearsonCorrelation(x, y);
    expect(Math.abs(r - expectedR)).toBeLessThan(1e-15);
    expect(Math.abs(p / expectedP - 1)).toBeLessThan(1e-11);
  });

  it.each([3, 4, 5, 7, 10, 100])("by rank are 1, or −1, with a p of 0 for %d pairs in one order", (n) => {
    const x = Array.from({length: n}, (_, i) => i ** 2);
    expect(spearmanCorrelation(x, x.map(Math.sqrt))).toEqual({r: 1, p: 0, n});
    expect(spearmanCorrelation(x, x.toReversed())).toEqual({r: -1, p: 0, n});
  });

  it("by rank of two pairs have no p, and of a constant no r, though its ranks agree", () => {
    expect(spearmanCorrelation([1, 2], [3, 4])).toEqual({r: 1, p: Number.NaN, n: 2});
    expect(spearmanCorrelation([2, 2, 2], [5, 5, 5]).r).toBeNaN();
  });

  it("are 1 for two pairs, without a p", () => {
    const {r, p} = pearsonCorrelation([1, 2], [5, 9]);
    expect(r).toBeCloseTo(1, 14);
    expect(p).toBeNaN();
  });
});

describe("the Mann–Whitney test equals scipy's", () => {
  it.each([
    ["exactly, for small samples", [1.1, 2.3, 4.2, 5.9], [0.4, 1.2, 2.2, 3.3, 3.9], 14, 0.4126984126984127],
    ["with ties", [1, 2, 2, 3, 5], [2, 4, 4, 6, 7, 8], 5, 0.07934368319771502],
    [
      "for large samples",
      [0, 3, 6, 9, 12, 15, 18, 21, 24, 27],
      [2.5, 5.5, 8.5, 11.5, 14.5, 17.5, 20.5, 23.5, 26.5, 29.5, 32.5, 35.5, 38.5],
      45,
      0.22653276315984072
    ]
  ])("%s", (_, a, b, u, p) => {
    const own = mannWhitneyU(a, b);
    expect(own.u).toBe(u);
    near(own.p, p);
  });

  // scipy 1.17.1
  it.each([
    ["8 among 2,000 that are like them", (i: number) => 0.01 + 3.3 * i, 3088, 0.0016471783945853206],
    ["8 near the end of 2,000", (i: number) => 50.5 + 1.1 * i, 14496, 5.4932839045959195e-6],
    ["8 beyond 2,000", (i: number) => 59.99 + 0.003 * i, 16000, 3.093885978372472e-22]
  ])("exactly, for %s, whichever sample comes first", (_, value, u, p) => {
    const few = Array.from({length: 8}, (_, i) => value(i));
    const many = Array.from({length: 2000}, (_, i) => i * 0.03 + 0.001);
    const [own, turned] = [mannWhitneyU(few, many), mannWhitneyU(many, few)];
    expect([own.u, turned.u]).toEqual([u, 16000 - u]);
    near(own.p, p);
    expect(turned.p).toBe(own.p);
  });

  it("exactly also for 8 beyond 100,000 others", () => {
    // In one of C(100008, 8) mixtures the 8 are the greatest, in one the least.
    const many = Float64Array.from({length: 100_000}, (_, i) => i);
    const mixtures = [1, 2, 3, 4, 5, 6, 7, 8].reduce((product, i) => (product * (100_000 + i)) / i, 1);
    near(
      mannWhitneyU(
        Float64Array.from({length: 8}, (_, i) => 1e6 + i),
        many
      ).p,
      2 / mixtures
    );
  });

  it("is NaN for an empty sample or a NaN", () => {
    expect(mannWhitneyU([], [1]).p).toBeNaN();
    expect(mannWhitneyU([1, Number.NaN], [1]).p).toBeNaN();
  });
});

describe("the tail of the normal distribution equals scipy's", () => {
  it.each([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145707],
    [2, 0.022750131948179195],
    [2.4, 0.008197535924596131],
    [2.6, 0.004661188023718747],
    [5, 2.866515718791933e-7],
    [10, 7.61985302416047e-24],
    [30, 4.906713927147908e-198],
    [-1.5, 0.9331927987311419]
  ])("beyond %d", (z, p) => {
    near(normalTail(z), p);
  });
});

describe("the p-value of permutations", () => {
  it("is never 0, and counts those as far from 0 on either side", () => {
    expect(permutationPValue(3, [0, 1, -1])).toBe(0.25);
    expect(permutationPValue(-1, [0, 1, -1])).toBe(0.75);
    expect(permutationPValue(1, [])).toBe(1);
    expect(permutationPValue(Number.NaN, [1])).toBeNaN();
  });
});
