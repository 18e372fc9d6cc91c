import {rgb} from "d3";
import type {ColorScheme} from "./color-scheme.js";
import {ground} from "./count-color.js";
import {oklabToRgb} from "./oklab.js";

/** Steps on either side of zero. */
export const signedSteps = 127;

/** The hues of the two sides, in degrees of OKLab: blue and orange, which every common kind of colour blindness tells apart. */
const hue = {negative: 258, positive: 48};
const tables = new Map<ColorScheme, Uint8ClampedArray>();

/**
 * The diverging scale of signed values as RGBA colours from −1 to 1, zero in the middle: zero is the ground, and lightness
 * changes by the same amount on either side.
 */
export function signedColors(scheme: ColorScheme): Uint8ClampedArray {
  let table = tables.get(scheme);
  if (!table) {
    table = new Uint8ClampedArray((2 * signedSteps + 1) * 4);
    const zero = rgb(ground[scheme]);
    for (let i = -signedSteps; i <= signedSteps; i++) {
      const t = Math.abs(i) / signedSteps;
      const lightness = scheme === "light" ? 1 - 0.62 * t : 0.182 + 0.68 * t;
      const angle = ((i < 0 ? hue.negative : hue.positive) * Math.PI) / 180;
      const chroma = 0.155 * Math.sin((Math.PI / 2) * Math.min(1, 1.5 * t)) * (1 - 0.25 * t);
      const color =
        i === 0 ? [zero.r, zero.g, zero.b] : oklabToRgb(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
      table.set([...color, 255], (i + signedSteps) * 4);
    }
    tables.set(scheme, table);
  }
  return table;
}

/** Which of the table's colours a value has; values beyond the limit have the colour of the end. */
export function signedColorIndex(value: number, limit: number): number {
  const step = Math.round((value / limit) * signedSteps);
  return Math.max(-signedSteps, Math.min(signedSteps, step)) + signedSteps;
}

/** The same scale as a CSS gradient, from the least value on the left. */
export function signedGradient(scheme: ColorScheme): string {
  const table = signedColors(scheme);
  const stops = Array.from({length: 19}, (_, k) => {
    const i = Math.round((k / 18) * 2 * signedSteps) * 4;
    return `rgb(${table[i]}, ${table[i + 1]}, ${table[i + 2]})`;
  });
  return `linear-gradient(to right, ${stops.join(", ")})`;
}
