import {describe, expect, it} from "vitest";
import {fitGaussian2d} from "../../../lib/analysis/metrics/gaussian-fit-2d.js";
import {invert, isInverted, isOnScreen, type ReceptiveField} from "../../../lib/analysis/metrics/receptive-field.js";
import {thresholdReceptiveField} from "../../../lib/analysis/metrics/threshold-receptive-field.js";
import {linspace} from "../../../lib/array/index.js";

const fieldOf = (rows: number[][]): ReceptiveField => ({
  rows: rows.length,
  columns: rows[0].length,
  values: Float64Array.from(rows.flat())
});
const square = (value: (row: number, column: number) => number) =>
  fieldOf(Array.from({length: 9}, (_, row) => Array.from({length: 9}, (_, column) => value(row, column))));

/** A receptive field that was recorded, from AllenSDK's tests. */
const recorded = fieldOf([
  [7440, 5704, 11408, 8184, 9920, 5952, 11904, 11904, 9672],
  [8184, 12152, 10912, 12648, 15128, 19096, 17112, 14384, 11656],
  [12152, 17856, 25048, 36208, 47368, 30256, 20336, 10912, 10168],
  [15624, 31000, 53568, 92752, 119288, 69440, 31496, 16120, 10416],
  [12152, 23560, 32984, 74896, 93496, 52328, 28024, 19592, 11656],
  [9672, 7192, 10912, 16120, 16368, 18600, 14880, 6696, 11408],
  [11656, 7688, 6696, 5456, 11408, 9672, 11160, 12152, 7936],
  [6696, 6696, 9424, 8928, 6200, 11160, 7688, 6200, 9672],
  [8928, 10912, 9176, 8432, 7688, 9424, 5704, 8184, 14384]
]);
const side = linspace(-1, 1, 9);
const round = square((row, column) => Math.exp(-(side[row] ** 2 + side[column] ** 2) / 2));
const corner = square((row, column) => (row === 8 && column === 8 ? 5 : 0));
const flat = square(() => 100);
const silent = square(() => 0);

describe("the strongest region of a receptive field", () => {
  it.each([
    ["a recorded field", recorded, 0.5, {column: 3.5, row: 3, area: 2}],
    ["a Gaussian around the middle", round, 0.5, {column: 4, row: 4, area: 9}],
    ["one square in a corner", corner, 0.05, {column: 8, row: 8, area: 1}],
    ["a constant field", flat, 0.5, {column: Number.NaN, row: Number.NaN, area: 0}],
    ["a silent field", silent, 0.5, {column: Number.NaN, row: Number.NaN, area: 0}]
  ])("of %s is AllenSDK's", (_, field, threshold, expected) => {
    const {row, column, area} = thresholdReceptiveField(field, {threshold});
    expect({row, column, area}).toEqual(expected);
  });

  it("holds the maximum, and not another peak that it does not touch", () => {
    const peaks = square((row, column) => (row === 1 && column === 1 ? 50 : row === 7 && column === 7 ? 49 : 0));
    const {row, column} = thresholdReceptiveField(peaks);
    expect([row, column]).toEqual([1, 1]);
  });

  it("does not reach over corners", () => {
    const diagonal = fieldOf(
      Array.from({length: 40}, (_, row) =>
        Array.from(
          {length: 40},
          (_, column) => +(row === 5 && column === 5) * 100 + +(row === 30 && column === 30) * 100
        )
      )
    );
    expect(thresholdReceptiveField(diagonal).area).toBe(1);
  });

  it("of whole numbers loses what smoothing makes smaller than one spike", () => {
    const few = square((row, column) => (row === 4 && column === 4 ? 5 : 0));
    expect(thresholdReceptiveField(few).area).toBe(1);
    expect(thresholdReceptiveField(few, {wholeNumbers: true}).area).toBe(0);
  });
});

describe("a Gaussian fitted to a receptive field", () => {
  it("is AllenSDK's for a recorded field", () => {
    const {peak, row, column, rowWidth, columnWidth, converged} = fitGaussian2d(recorded);
    expect(converged).toBe(true);
    const found = [peak, row, column, rowWidth, columnWidth];
    [104990.549, 3.24465782, 3.74217921, 1.0448614, 1.66478893].forEach((expected, i) => {
      expect(Math.abs(found[i] / expected - 1)).toBeLessThan(5e-9);
    });
  });

  it("finds the Gaussian that the field is", () => {
    const fit = fitGaussian2d(round);
    expect(fit.converged).toBe(true);
    for (const value of [fit.row, fit.column, fit.rowWidth, fit.columnWidth]) expect(value).toBeCloseTo(4, 6);
    const narrow = fitGaussian2d(square((row, column) => 20 * Math.exp(-((row - 3) ** 2) / 2 - (column - 5) ** 2 / 8)));
    expect(narrow.row).toBeCloseTo(3, 6);
    expect(narrow.column).toBeCloseTo(5, 6);
    expect(Math.abs(narrow.rowWidth)).toBeCloseTo(1, 6);
    expect(Math.abs(narrow.columnWidth)).toBeCloseTo(2, 6);
  });

  it("of a single square in a corner has no width, as in AllenSDK", () => {
    const {peak, row, column, rowWidth, columnWidth} = fitGaussian2d(corner);
    expect([peak, row, column, rowWidth, columnWidth]).toEqual([5, 8, 8, 0, 0]);
  });

  it("is none for a silent field", () => {
    expect(fitGaussian2d(silent)).toMatchObject({row: Number.NaN, rowWidth: Number.NaN, converged: false});
  });
});

describe("a field that the stimulus suppresses", () => {
  const surround = square((row, column) => (row >= 3 && row <= 5 && column >= 3 && column <= 5 ? 0 : 40));

  it("is strongest along its edge, and is turned over", () => {
    const {mask} = thresholdReceptiveField(surround, {wholeNumbers: true});
    expect(isInverted(surround, mask)).toBe(true);
    expect([...new Set(invert(surround).values)].sort((a, b) => a - b)).toEqual([0, 40]);
  });

  it("is not one with its peak inside", () => {
    expect(isInverted(round, thresholdReceptiveField(round).mask)).toBe(false);
  });
});

it("a centre is on screen inside the field, and not on its border", () => {
  expect(isOnScreen(round, 4, 8.9)).toBe(true);
  expect(isOnScreen(round, 0, 4)).toBe(false);
  expect(isOnScreen(round, 4, 9)).toBe(false);
  expect(isOnScreen(round, Number.NaN, 4)).toBe(false);
});
