import {describe, expect, it} from "vitest";
import {welchTTest} from "../../../lib/analysis/statistics/welch-t-test.js";

describe("Welch's t-test", () => {
  // scipy.stats.ttest_ind(equal_var=False) 1.17.1
  it("gives scipy's t, degrees of freedom and p", () => {
    const {t, df, p} = welchTTest([3, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8]);
    expect(t).toBeCloseTo(-0.4740739206973408, 14);
    expect(df).toBeCloseTo(9.627344116889189, 12);
    expect(p).toBeCloseTo(0.6460153718488814, 13);
  });

  it("keeps the digits of a very small p", () => {
    const {p} = welchTTest([30, 31, 29, 32], [1, 0, 2, 0, 1, 3]);
    expect(p / 2.307097227829821e-8).toBeCloseTo(1, 11);
  });

  it("is certain of two constants that differ, and cannot tell two that are equal", () => {
    expect(welchTTest([3, 3], [1, 1, 1]).p).toBe(0);
    expect(welchTTest([1, 1], [1, 1, 1]).p).toBeNaN();
  });

  it("says nothing of a sample of one", () => {
    expect(welchTTest([1], [1, 2, 3]).p).toBeNaN();
  });

  it("does not care which sample comes first, but for the sign of t", () => {
    const [a, b] = [
      [1, 2, 2, 5],
      [0, 1, 7]
    ];
    expect(welchTTest(a, b).p).toBe(welchTTest(b, a).p);
    expect(welchTTest(a, b).t).toBe(-welchTTest(b, a).t);
  });
});
