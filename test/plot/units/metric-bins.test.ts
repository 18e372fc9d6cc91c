import {expect, test} from "vitest";
import {isKept} from "../../../lib/plot/units/kept-side.js";
import {metricBins} from "../../../lib/plot/units/metric-bins.js";

test("every row with a value is in the one bin that its value lies in", () => {
  const values = Array.from({length: 200}, (_, i) => (i % 9 === 0 ? Number.NaN : Math.sin(i) * 40));
  const bins = metricBins(values, 20);
  const placed = bins.flatMap(({rows, x0, x1}) =>
    rows.map((row) => ({row, inside: values[row] >= x0 && values[row] <= x1}))
  );
  expect(placed.every(({inside}) => inside)).toBe(true);
  expect(placed.map(({row}) => row).sort((a, b) => a - b)).toEqual(
    [...values.keys()].filter((row) => !Number.isNaN(values[row]))
  );
});

test("a metric with one value for all rows has a bin that can be seen", () => {
  expect(metricBins([400, 400], 20)).toEqual([{rows: [0, 1], x0: 398, x1: 402}]);
  expect(metricBins([0, 0], 20)).toEqual([{rows: [0, 1], x0: -0.5, x1: 0.5}]);
});

test("a metric without values has no bins", () => {
  expect(metricBins([Number.NaN, Number.NaN], 20).flatMap(({rows}) => rows)).toEqual([]);
});

test("a bin is kept if its middle is on the kept side of the limit, and without a limit", () => {
  const bin = {x0: 0, x1: 1};
  expect(isKept(bin, {value: 0.4, keep: "above"})).toBe(true);
  expect(isKept(bin, {value: 0.4, keep: "below"})).toBe(false);
  expect(isKept(bin, {value: 0.6, keep: "above"})).toBe(false);
  expect(isKept(bin, undefined)).toBe(true);
});
