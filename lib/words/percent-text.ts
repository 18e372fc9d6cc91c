import {decimalText} from "./number-text.js";

/** A share of 0 to 1 as a percentage: "12.5 %", its space one that does not break. */
export function percentText(share: number, decimals = 0): string {
  return `${decimalText(100 * share, decimals)}\u00a0%`;
}
