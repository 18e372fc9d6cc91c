import {expect, test} from "vitest";
import {bandAxis} from "../../../lib/plot/axes/band-axis.js";
import {tickCount} from "../../../lib/plot/axes/tick-count.js";

test("a long axis has a tick for every 90 pixels, and a short one three", () => {
  expect(tickCount(900)).toBe(10);
  expect(tickCount(1100, 110)).toBe(10);
  expect(tickCount(100)).toBe(3);
});

test("of the names along an axis every third is written, beginning with the first", () => {
  expect(bandAxis(["a", "b", "c", "d", "e"], "classes", 3).ticks).toEqual(["a", "d"]);
});
