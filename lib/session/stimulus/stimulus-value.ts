/**
 * A parameter of a stimulus: a number, a list of numbers, a text or a truth value; null where the parameter does not
 * apply to the stimulus; NaN where the presentation is invalid.
 */
export type StimulusValue = number | string | boolean | readonly number[] | null;

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const LIST = /^\[(.*)\]$/;

/**
 * A value as AllenSDK gives it, made usable: a text that spells a number becomes the number, a text that spells a list
 * of numbers becomes the list, "null" becomes null.
 */
export function parseStimulusValue(value: unknown): StimulusValue {
  if (typeof value !== "string") return value as StimulusValue;
  const text = value.trim();
  if (text === "null") return null;
  if (NUMBER.test(text)) return Number(text);
  const items = LIST.exec(text)?.[1]
    .split(",")
    .map((item) => item.trim());
  return items?.length && items.every((item) => NUMBER.test(item)) ? Object.freeze(items.map(Number)) : value;
}

/** Whether two values are the same: NaN equals NaN, and lists are equal that hold the same numbers. */
export function sameStimulusValue(a: StimulusValue, b: StimulusValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
  return Object.is(a, b);
}
