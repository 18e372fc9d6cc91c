const ORDINALS = new Intl.PluralRules("en", {type: "ordinal"});
const ENDINGS = new Map([
  ["one", "st"],
  ["two", "nd"],
  ["few", "rd"]
]);

/** Which things of a row are meant, if one of so many is: "each", "every second", "every 23rd". */
export function everyText(count: number): string {
  if (count === 1) return "each";
  return count === 2 ? "every second" : `every ${count}${ENDINGS.get(ORDINALS.select(count)) ?? "th"}`;
}
