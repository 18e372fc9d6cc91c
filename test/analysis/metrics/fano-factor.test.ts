import {describe, expect, it} from "vitest";
import {fanoFactor} from "../../../lib/analysis/metrics/fano-factor.js";

describe("the Fano factor", () => {
  it.each([
    [[1.2, 20, 0, 36.2, 0.6], 17.921379310344832],
    [[5.1, 5.3, 5.2, 5.1, 5.2], 0.0010810810810810846],
    [[1, 1, 1, 1], 0]
  ])("of %j is AllenSDK's", (counts, expected) => {
    expect(fanoFactor(counts)).toBeCloseTo(expected, 13);
  });

  it("is not defined without spikes", () => {
    expect(fanoFactor([0, 0, 0])).toBeNaN();
    expect(fanoFactor([-1, 0, 1])).toBeNaN();
  });
});
