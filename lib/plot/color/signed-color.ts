import {rgb} from "d3";
import type {ColorScheme} from "./color-scheme.js";
import {GROUND} from "./count-color.js";
import {oklabToRgb} from "./oklab.js";

/** Steps on either side of zero. */
export const SIGNED_STEPS = 127;

/** The hues of the two sides, in degrees of OKLab: blue and orange, which every common kind of colour blindness tells apart. */
const HUE = {negative: 258, positive: 48};
const TABLES = new Map<ColorScheme, Uint8ClampedArray>();

/**
 * The diverging scale of signed values as RGBA colours from −1 to 1, zero in the middle: zero is the ground, and lightness
 * changes by the same amount on either side.
 */
export function signedColors(scheme: ColorScheme): Uint8ClampedArray {
  let table = TABLES.get(scheme);
  if (!table) {
    table = new Uint8ClampedArray((2 * SIGNED_STEPS + 1) * 4);
    const zero = rgb(GROUND[scheme]);
    for (let i = -SIGNED_STEPS; i <= SIGNED_STEPS; i++) {
      const t = Math.abs(i) / SIGNED_STEPS;
      const lightness = scheme === "light" ? 1 - 0.62 * t : 0.182 + 0.68 * t;
      const angle = ((i < 0 ? HUE.negative : HUE.positive) * Math.PI) / 180;
      const chroma = 0.155 * Math.sin((Math.PI / 2) * Math.min(1, 1.5 * t)) * (1 - 0.25 * t);
      const color =
        i === 0 ? [zero.r, zero.g, zero.b] : oklabToRgb(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
      table.set([...color, 255], (i + SIGNED_STEPS) * 4);
    }
    TABLES.set(scheme, table);
  }
  return table;
}

/** Which of the table's colours a value has; values beyond the limit have the colour of the end. */
export function signedColorIndex(value: number, limit: number): number {
  const step = Math.round((value / limit) * SIGNED_STEPS);
  return Math.max(-SIGNED_STEPS, Math.min(SIGNED_STEPS, step)) + SIGNED_STEPS;
}

/** The same scale as a CSS gradient, from the least value on the left. */
export function signedGradient(scheme: ColorScheme): string {
  const table = signedColors(scheme);
  const stops = Array.from({length: 19}, (_, k) => {
    const i = Math.round((k / 18) * 2 * SIGNED_STEPS) * 4;
    return `rgb(${table[i]}, ${table[i + 1]}, ${table[i + 2]})`;
  });
  return `linear-gradient(to right, ${stops.join(", ")})`;
}
