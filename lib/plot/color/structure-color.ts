import {type ColorPair, themedColor} from "./color-pair.js";
import {STRUCTURE_PALETTE, UNKNOWN_STRUCTURE_COLOR} from "./structure-palette.js";

const COLORS = new Map<string, ColorPair>(Object.entries(STRUCTURE_PALETTE));

/** The colour of an area in the light and in the dark theme, as hexadecimal sRGB. The same on every page. */
export function structureColorPair(acronym: string | null | undefined): ColorPair {
  return COLORS.get(acronym ?? "") ?? UNKNOWN_STRUCTURE_COLOR;
}

/** The colour of an area as a CSS value that follows the theme. */
export function structureColor(acronym: string | null | undefined): string {
  return themedColor(structureColorPair(acronym));
}

/** The share of an area's colour in its name; the rest is black or white, so that small text has a contrast of 4.5. */
export const STRUCTURE_TEXT_SHARE = 0.66;

/** The colour of an area's name, as a CSS value that follows the theme: its colour, nearer to that of text. */
export function structureTextColor(acronym: string | null | undefined): string {
  return nearerToText(structureColor(acronym));
}

/** A colour, in so far as small text can have it. */
export function nearerToText(color: string): string {
  return `color-mix(in srgb, ${color} ${STRUCTURE_TEXT_SHARE * 100}%, light-dark(#000, #fff))`;
}
