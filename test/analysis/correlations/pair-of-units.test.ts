import {expect, test} from "vitest";
import {pairValues, placeOfPair, unitsOfPair} from "../../../lib/analysis/correlations/index.js";

test("a pair is found at its place, and its units at theirs, for every pair of a few units", () => {
  const n = 7;
  const matrix = Float64Array.from({length: n * n}, (_, i) => 100 * Math.floor(i / n) + (i % n));
  const values = pairValues(matrix);
  for (let pair = 0; pair < values.length; ++pair) {
    const [a, b] = unitsOfPair(pair, n);
    expect(100 * a + b).toBe(values[pair]);
    expect(placeOfPair(a, b, n)).toBe(pair);
    expect(placeOfPair(b, a, n)).toBe(pair);
  }
});

test("a unit with itself is no pair", () => {
  expect(placeOfPair(3, 3, 7)).toBe(-1);
});
