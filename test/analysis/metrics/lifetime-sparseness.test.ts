import {describe, expect, it} from "vitest";
import {lifetimeSparseness} from "../../../lib/analysis/metrics/lifetime-sparseness.js";

describe("lifetime sparseness", () => {
  it("is AllenSDK's for a unit that prefers some conditions", () => {
    expect(lifetimeSparseness([2.24, 3.6, 0.8, 2.4, 3.52, 5.68, 8.96, 0])).toBeCloseTo(0.43500091849856115, 14);
  });

  it("is 1 for a unit that answers one condition only, and 0 for one that answers all alike", () => {
    expect(lifetimeSparseness([10, 0, 0, 0, 0, 0])).toBe(1);
    expect(lifetimeSparseness(new Array(20).fill(3.2))).toBeCloseTo(0, 14);
  });

  it("is not defined for one condition, or without spikes", () => {
    expect(lifetimeSparseness([1])).toBeNaN();
    expect(lifetimeSparseness([0, 0, 0])).toBeNaN();
  });
});
