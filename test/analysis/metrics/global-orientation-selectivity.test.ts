import {describe, expect, it} from "vitest";
import {
  globalDirectionSelectivity,
  globalOrientationSelectivity
} from "../../../lib/analysis/metrics/global-orientation-selectivity.js";

const DIRECTIONS = [0, 45, 90, 135, 180, 225, 270, 315];

describe("global selectivity", () => {
  const orientations = [0, 30, 60, 90, 120, 150];
  const tuning = [5.5, 4.44, 3.54166667, 4.10869565, 4.42, 4.55319149];

  it("is AllenSDK's for orientation and direction", () => {
    expect(globalOrientationSelectivity(orientations, tuning)).toBeCloseTo(0.07873455094232604, 8);
    expect(globalDirectionSelectivity(orientations, tuning)).toBeCloseTo(0.6126966469601506, 8);
  });

  it("is 1 for a unit that fires only at 90 degrees", () => {
    const only90 = DIRECTIONS.map((direction) => (direction === 90 ? 4 : 0));
    expect(globalOrientationSelectivity(DIRECTIONS, only90)).toBeCloseTo(1, 15);
    expect(globalDirectionSelectivity(DIRECTIONS, only90)).toBeCloseTo(1, 15);
  });

  it("for orientation does not tell opposite directions apart; for direction it does", () => {
    const axis = DIRECTIONS.map((direction) => (direction % 180 === 90 ? 4 : 0));
    expect(globalOrientationSelectivity(DIRECTIONS, axis)).toBeCloseTo(1, 15);
    expect(globalDirectionSelectivity(DIRECTIONS, axis)).toBeCloseTo(0, 15);
  });

  it("is 0 for a unit that answers all directions alike", () => {
    expect(globalOrientationSelectivity(DIRECTIONS, new Array(8).fill(2))).toBeCloseTo(0, 15);
    expect(globalDirectionSelectivity(DIRECTIONS, new Array(8).fill(2))).toBeCloseTo(0, 15);
  });

  it("is not defined without responses, or where one is missing", () => {
    expect(globalOrientationSelectivity(DIRECTIONS, new Array(8).fill(0))).toBeNaN();
    expect(globalOrientationSelectivity(DIRECTIONS, [1, 2, 3])).toBeNaN();
    expect(globalDirectionSelectivity([], [])).toBeNaN();
  });
});
