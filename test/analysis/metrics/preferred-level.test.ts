import {describe, expect, it} from "vitest";
import {levelsOf, preferredCondition, preferredLevel} from "../../../lib/analysis/metrics/preferred-level.js";

describe("the levels of a parameter", () => {
  it("are its values in order, each with its conditions; a blank has none", () => {
    expect(levelsOf([90, 0, null, 90, 0])).toEqual({
      values: [0, 90],
      conditions: [
        [1, 4],
        [0, 3]
      ]
    });
  });
});

describe("a preferred level", () => {
  const levels = levelsOf([0, 45, 90, 0, 45, 90]);

  it("of a unit that fires only at 90 degrees is 90", () => {
    expect(preferredLevel(levels, [0, 0, 4, 0, 0, 2])).toEqual({value: 90, isTied: false});
  });

  it("weighs all conditions of a level alike", () => {
    expect(preferredLevel(levels, [5, 0, 3, 0, 0, 3]).value).toBe(90);
  });

  it("is the first of those that tie, and says so", () => {
    expect(preferredLevel(levels, [0, 2, 2, 0, 2, 2])).toEqual({value: 45, isTied: true});
    expect(preferredLevel(levels, new Float64Array(6))).toEqual({value: 0, isTied: true});
  });

  it("is none if there is none", () => {
    expect(preferredLevel(levelsOf([null, null]), [1, 2])).toEqual({value: Number.NaN, isTied: false});
  });
});

describe("a preferred condition", () => {
  it("is the one with the greatest response, the first of those that tie", () => {
    expect(preferredCondition([1, 3, 3, 0], () => false)).toBe(1);
  });

  it("is never a blank", () => {
    expect(preferredCondition([1, 3, 2], (condition) => condition === 1)).toBe(2);
    expect(preferredCondition([1], () => true)).toBe(-1);
  });
});
