import {describe, expect, it} from "vitest";
import {c50} from "../../../lib/analysis/metrics/c50.js";
import {linspace} from "../../../lib/array/index.js";

const CONTRASTS = [0.01, 0.02, 0.04, 0.08, 0.13, 0.2, 0.35, 0.6, 1];

describe("the semi-saturation contrast", () => {
  it("is AllenSDK's for a response that grows with contrast", () => {
    expect(c50(CONTRASTS, linspace(0, 12, 9))).toBeCloseTo(0.1330745098039216, 14);
  });

  it("is the lowest contrast looked at for a response that does not depend on it", () => {
    expect(c50(CONTRASTS, new Array(9).fill(12))).toBeCloseTo(0.009, 15);
  });

  it("is within a grid step of the contrast at which a sigmoid response is halfway", () => {
    const responses = CONTRASTS.map((contrast) => 1 + 10 / (1 + (contrast / 0.2) ** -3));
    const halfway = c50(CONTRASTS, responses);
    // The curve ends at 1.1, before its plateau: halfway is a little below 0.2.
    expect(halfway).toBeGreaterThan(0.19);
    expect(halfway).toBeLessThan(0.21);
  });

  it("of a single step is where scipy's is, or at the next contrast that is looked at", () => {
    // scipy 1.17.1: 0.06461960784313726; the step lies between 0.04 and 0.08, and as steep a curve fits anywhere between.
    const step = (1.1 - 0.009) / 255;
    expect(Math.abs(c50(CONTRASTS, [1, 0, 3, 0, 0, 0, 0, 0, 0]) - 0.06461960784313726)).toBeLessThan(1.01 * step);
  });

  it("is not defined where no curve can be fitted, or a response is missing", () => {
    expect(c50(CONTRASTS, [10, 0, 0, 0, 0, 0, 0, 0, 0])).toBeNaN();
    expect(c50(CONTRASTS, [])).toBeNaN();
    expect(c50([], [])).toBeNaN();
  });
});
