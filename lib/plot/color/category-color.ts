import {type ColorPair, themedColor} from "./color-pair.js";

/**
 * Colours for groups that have no order and no colour of their own, such as clusters, each in the light and in the dark
 * theme: apart in hue and lightness, so that readers with colour blindness tell neighbours apart. Figures give each group
 * a symbol, too.
 */
export const CATEGORY_PALETTE: readonly ColorPair[] = [
  ["#0b6cab", "#5aaeea"],
  ["#c8550a", "#f08a4b"],
  ["#12785c", "#3fc79b"],
  ["#ad4b86", "#e58cc0"],
  ["#8a6a00", "#d9b13b"],
  ["#4d4a9c", "#a3a0f0"],
  ["#3f8fa6", "#8fd6e8"],
  ["#8c3b33", "#e08178"],
  ["#5b7325", "#a8c56a"],
  ["#6b6b6b", "#a8a8a8"]
];

/** The colour of the group with this number, from 0, as a CSS value that follows the theme. */
export function categoryColor(group: number): string {
  return themedColor(CATEGORY_PALETTE[group % CATEGORY_PALETTE.length]);
}
