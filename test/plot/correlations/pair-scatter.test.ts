import {expect, test} from "vitest";
import {overlaps} from "../../../lib/plot/correlations/pair-scatter.js";

test("presentations with the same two counts lie at one place", () => {
  expect(overlaps([1, 2, 1, 1], [0, 3, 0, 1])).toEqual([
    {x: 1, y: 0, points: [0, 2]},
    {x: 2, y: 3, points: [1]},
    {x: 1, y: 1, points: [3]}
  ]);
});

test("a presentation without one of the two counts lies nowhere", () => {
  expect(overlaps([Number.NaN, 1], [1, Number.NaN])).toEqual([]);
});
