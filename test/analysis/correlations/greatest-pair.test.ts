import {expect, test} from "vitest";
import {greatestPair, indexOfPair, unitsOfPair} from "../../../lib/analysis/correlations/index.js";

// Of units 0 to 3.
const values = {"0-1": 0.9, "0-2": Number.NaN, "0-3": -0.2, "1-2": 0.3, "1-3": 0.5, "2-3": 0.5};
const pairs = Object.values(values);

test.each([
  ["all units", [true, true, true, true], [0, 1]],
  ["all but the first", [false, true, true, true], [1, 3]], // and not 2-3, which comes later
  ["the first and the last", [true, false, false, true], [0, 3]]
])("the greatest value of the pairs of %s", (_which, considered, units) => {
  expect(unitsOfPair(greatestPair(pairs, considered), 4)).toEqual(units);
});

test("a pair whose value is unknown is not the greatest, wherever it stands", () => {
  expect(greatestPair(pairs, [true, false, true, false])).toBe(-1);
  expect(greatestPair([Number.NaN, -0.4, -0.1], [true, true, true])).toBe(indexOfPair(1, 2, 3));
});

test.each([[[]], [[true]], [[true, false]]])("there is none among %j", (considered) => {
  expect(greatestPair(considered.length > 1 ? [0.5] : [], considered)).toBe(-1);
});
