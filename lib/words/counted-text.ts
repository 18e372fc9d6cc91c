import {countText} from "./count-text.js";

/**
 * A number of things with what they are: "1 unit", "1,234 units".
 * @param things what they are, in a plural that ends in s
 */
export function countedText(count: number, things: string): string {
  return `${countText(count)} ${count === 1 ? things.replace(/s$/, "") : things}`;
}
