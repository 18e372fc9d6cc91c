import {extent} from "d3";

/** Over how many presentations means are: "3 to 15", or "15" if over as many each. */
export function repeatsText(n: ArrayLike<number>): string {
  return [...new Set(extent(Array.from(n)))].join(" to ");
}
