import {describe, expect, it} from "vitest";
import {minMaxPerBin} from "../../../lib/analysis/index.js";

describe("the range of a series in bins", () => {
  it("has the extremes of each bin, the right edge of which belongs to the next", () => {
    const times = [0, 0.5, 0.9, 1, 1.5, 2, 2.9];
    const {minimum, maximum} = minMaxPerBin(times, [3, -1, 2, 5, 4, 7, 7], {start: 0, width: 1, bins: 3});
    expect(Array.from(minimum)).toEqual([-1, 4, 7]);
    expect(Array.from(maximum)).toEqual([3, 5, 7]);
  });

  it("is NaN where there is no number, and passes over NaN and what is outside", () => {
    const {minimum, maximum} = minMaxPerBin([-1, 0.5, 1.5, 3], [9, Number.NaN, 2, 9], {start: 0, width: 1, bins: 3});
    expect(Array.from(minimum)).toEqual([Number.NaN, 2, Number.NaN]);
    expect(Array.from(maximum)).toEqual([Number.NaN, 2, Number.NaN]);
  });
});
