import {describe, expect, it} from "vitest";
import {pairwiseMean, pairwiseSum} from "../../../lib/analysis/statistics/pairwise-sum.js";

describe("a pairwise sum", () => {
  it("of few numbers is their sum from left to right", () => {
    expect(pairwiseSum([0.1, 0.2, 0.3])).toBe(0.1 + 0.2 + 0.3);
    expect(pairwiseSum([])).toBe(0);
  });

  it("of eight numbers adds neighbours first, as numpy does", () => {
    const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
    expect(pairwiseSum(values)).toBe(0.1 + 0.2 + (0.3 + 0.4) + (0.5 + 0.6 + (0.7 + 0.8)));
  });

  it("of a million tenths loses less than adding them one by one", () => {
    const tenths = new Float64Array(1e6).fill(0.1);
    const oneByOne = tenths.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(pairwiseSum(tenths) - 1e5)).toBeLessThan(Math.abs(oneByOne - 1e5) / 1000);
  });

  it("counts every number once, whatever their number", () => {
    for (let n = 1; n < 700; ++n)
      expect(pairwiseSum(Uint32Array.from({length: n}, (_, i) => i))).toBe((n * (n - 1)) / 2);
  });

  it("gives no mean of nothing", () => {
    expect(pairwiseMean([])).toBeNaN();
  });
});
