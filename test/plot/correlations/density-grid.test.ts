import {expect, test} from "vitest";
import {densityGrid} from "../../../lib/plot/correlations/density-grid.js";

test("every point inside is counted once, in its cell", () => {
  const grid = densityGrid([0, 1, 5, 9, 9], [0, 1, 0, 9, 9], {width: 10, height: 10, cell: 5});
  expect([grid.columns, grid.rows]).toEqual([2, 2]);
  expect(Array.from(grid.counts)).toEqual([2, 1, 0, 2]);
  expect(grid.most).toBe(2);
});

test("a point on the far edge belongs to the last cell", () => {
  const grid = densityGrid([10], [10], {width: 10, height: 10, cell: 5});
  expect(Array.from(grid.counts)).toEqual([0, 0, 0, 1]);
});

test("points outside, and pairs without a value, are left out", () => {
  const grid = densityGrid([-1, 11, Number.NaN, 5], [5, 5, 5, Number.NaN], {width: 10, height: 10, cell: 5});
  expect(grid.most).toBe(0);
});
