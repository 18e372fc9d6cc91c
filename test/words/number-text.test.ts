import {expect, test} from "vitest";
import {
  countedText,
  countText,
  decimalText,
  percentText,
  quantityText,
  roundedText,
  significantText
} from "../../lib/words/index.js";

test("thousands of a count have commas, whatever the reader's language", () => {
  expect([0, 999, 1000, 1234567].map(countText)).toEqual(["0", "999", "1,000", "1,234,567"]);
});

test("one thing is not many", () => {
  expect([0, 1, 1200].map((count) => countedText(count, "units"))).toEqual(["0 units", "1 unit", "1,200 units"]);
});

test("a negative number has a minus sign, not a hyphen", () => {
  expect(decimalText(-0.5, 2)).toBe("−0.50");
  expect(roundedText(-0.5, 2)).toBe("−0.5");
  expect(significantText(-1234, 2)).toBe("−1200");
  expect(significantText(-1e-9, 2)).toBe("−1e−9");
  expect(percentText(-0.125, 1)).toBe("−12.5\u00a0%");
});

test("a quantity has commas, and its digits count from the first that is not 0", () => {
  expect([1234567, -1234, 0.0123456, 0.00012].map((value) => quantityText(value, 3))).toEqual([
    "1,230,000",
    "−1,230",
    "0.0123",
    "0.00012"
  ]);
});

test("what is rounded to nothing has no sign", () => {
  expect(decimalText(-0.0004, 3)).toBe("0.000");
  expect(roundedText(-0.0004, 3)).toBe("0");
  expect(percentText(-0.0004)).toBe("0\u00a0%");
});

test("what is no number stays NaN", () => {
  expect([decimalText(Number.NaN, 2), roundedText(Number.NaN, 2), significantText(Number.NaN, 2)]).toEqual([
    "NaN",
    "NaN",
    "NaN"
  ]);
});
