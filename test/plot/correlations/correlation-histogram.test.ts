import {expect, test} from "vitest";
import {countInBins} from "../../../lib/plot/correlations/correlation-histogram.js";

test("a correlation on an edge lies in the bin that begins there, and 1 in the last", () => {
  expect(Array.from(countInBins([-1, -0.5, 0, 0.5, 1], [-1, 1], 4))).toEqual([1, 1, 1, 2]);
});

test("correlations beyond the axis are kept, in the outermost bins", () => {
  expect(Array.from(countInBins([-0.9, 0.05, 0.9], [-0.2, 0.2], 4))).toEqual([1, 0, 1, 1]);
});

test("a pair without a correlation is in no bin", () => {
  expect(Array.from(countInBins([Number.NaN, 0.1], [-1, 1], 2))).toEqual([0, 1]);
});
