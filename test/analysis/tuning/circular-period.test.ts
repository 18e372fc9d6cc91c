import {expect, test} from "vitest";
import {circularPeriod} from "../../../lib/analysis/tuning/index.js";

test("directions of drifting gratings come round after 360 degrees, orientations of static ones after 180", () => {
  expect(circularPeriod("orientation", [0, 45, 90, 135, 180, 225, 270, 315])).toBe(360);
  expect(circularPeriod("orientation", [0, 30, 60, 90, 120, 150])).toBe(180);
});

test("four directions of dots over half a turn do not go round", () => {
  expect(circularPeriod("Dir", [0, 45, 90, 135])).toBeNull();
  expect(circularPeriod("Dir", [0, 90, 180, 270])).toBe(360);
});

test("orientations with a gap, or too few, have no circular mean", () => {
  expect(circularPeriod("orientation", [0, 45, 90])).toBeNull();
  expect(circularPeriod("orientation", [0, 180])).toBeNull();
  expect(circularPeriod("orientation", [])).toBeNull();
});

test("frames of a film are no angles, though there may be 360 of them", () => {
  const frames = Array.from({length: 360}, (_, frame) => frame);
  expect(circularPeriod("frame", frames)).toBeNull();
});
