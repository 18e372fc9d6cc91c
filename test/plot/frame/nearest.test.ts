import {expect, test} from "vitest";
import {nearest} from "../../../lib/plot/frame/nearest.js";

const away = (from: number) => (place: number) => Math.abs(place - from);

test("the nearest of some places is found, of two as near the first", () => {
  expect(nearest([1, 4, 9], away(5))).toBe(4);
  expect(nearest([3, 7], away(5))).toBe(3);
});

test("nothing is near beyond the reach, nor where there is nothing, nor at no distance", () => {
  expect(nearest([1, 9], away(5), 4)).toBe(null);
  expect(nearest([], away(5))).toBe(null);
  expect(nearest([Number.NaN], away(5))).toBe(null);
});
