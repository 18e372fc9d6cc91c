import {expect, test} from "vitest";
import {indexOfPair, pairValues, unitsOfPair} from "../../../lib/analysis/correlations/index.js";

test("a pair is found at its index, and its units at theirs, for every pair of a few units", () => {
  const n = 7;
  const matrix = Float64Array.from({length: n * n}, (_, i) => 100 * Math.floor(i / n) + (i % n));
  const values = pairValues(matrix);
  for (let pair = 0; pair < values.length; ++pair) {
    const [a, b] = unitsOfPair(pair, n);
    expect(100 * a + b).toBe(values[pair]);
    expect(indexOfPair(a, b, n)).toBe(pair);
    expect(indexOfPair(b, a, n)).toBe(pair);
  }
});

test("a unit with itself is no pair", () => {
  expect(indexOfPair(3, 3, 7)).toBe(-1);
});

test("beyond the last pair, and among fewer than two units, there are no units of a pair", () => {
  expect(unitsOfPair(21, 7)).toEqual([-1, -1]);
  expect(unitsOfPair(-1, 7)).toEqual([-1, -1]);
  for (const n of [0, 1]) expect(unitsOfPair(0, n)).toEqual([-1, -1]);
});
