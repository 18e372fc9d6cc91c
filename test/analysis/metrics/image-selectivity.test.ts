import {describe, expect, it} from "vitest";
import {imageSelectivity} from "../../../lib/analysis/metrics/image-selectivity.js";

describe("image selectivity", () => {
  it("is AllenSDK's", () => {
    expect(imageSelectivity([5.5, 0, 15, 10, 2.3, 4.9])).toBeCloseTo(0.16166666666666674, 14);
  });

  it("is nearly 1 for a unit that answers one image of many", () => {
    expect(imageSelectivity([...new Array(200).fill(0), 1])).toBeCloseTo(0.99004975, 8);
  });

  it("is 0 for a unit that answers all images alike, or none", () => {
    expect(imageSelectivity(new Array(118).fill(1))).toBe(0);
    expect(imageSelectivity(new Array(118).fill(0))).toBe(0);
  });

  it("is negative for a unit that one image silences", () => {
    expect(imageSelectivity([...new Array(117).fill(1), 0])).toBeLessThan(-0.9);
  });

  it("is not defined for fewer than two images", () => {
    expect(imageSelectivity([])).toBeNaN();
    expect(imageSelectivity([1])).toBeNaN();
  });
});
