// Numbers as pages and figures write them: with a minus sign (−), not a hyphen. NaN stays "NaN"; say what that means first.

/** A number with so many decimals, as columns have them: "0.50". What is rounded to nothing has no sign. */
export function decimalText(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return withMinus(Number(text) === 0 ? text.replace("-", "") : text);
}

/** A number with at most so many decimals: "0.5". */
export function roundedText(value: number, decimals: number): string {
  return withMinus(String(Number(value.toFixed(decimals))));
}

/** A number with at most so many significant digits: "0.5", "1200" for 1,234 with two. */
export function significantText(value: number, digits: number): string {
  return withMinus(String(Number(value.toPrecision(digits))));
}

/** A number with commas and at most so many significant digits: "1,230" for 1,234 with three, and no powers of ten. */
export function quantityText(value: number, digits: number): string {
  return withMinus(value.toLocaleString("en-US", {maximumSignificantDigits: digits}));
}

/** Text of numbers with minus signs for its hyphens. */
function withMinus(text: string): string {
  return text.replaceAll("-", "−");
}
