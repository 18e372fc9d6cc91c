import {countText, flashColorName, textOf} from "../../words/index.js";

/** So many values are listed; of more, the first and the last are told. */
const MOST_LISTED = 24;

/**
 * The values that a parameter took, in words, in ascending order. NaN, the parameter of invalid presentations, is left out.
 * @param stimulus the stimulus they are of, if it is one: the colours of flashes have names
 */
export function parameterValuesText(name: string, values: readonly unknown[], stimulus?: string): string {
  const text = (value: unknown) =>
    stimulus === "flashes" && name === "color" ? flashColorName(value as number) : textOf(value);
  const sorted = values
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => (typeof a === "number" && typeof b === "number" ? a - b : 0));
  if (sorted.length <= MOST_LISTED) return sorted.map(text).join(", ");
  return `${countText(sorted.length)} values, from ${text(sorted[0])} to ${text(sorted[sorted.length - 1])}`;
}
