import {rgb} from "d3";
import type {ColorScheme} from "./color-scheme.js";
import {oklabToRgb} from "./oklab.js";

/** The ground each theme draws on; zero has this colour. Kept equal to the style sheet's by a test. */
export const GROUND: Record<ColorScheme, string> = {light: "#ffffff", dark: "#121212"};

const STEPS = 256;
const TABLES = new Map<ColorScheme, Uint8ClampedArray>();

/**
 * The sequential scale of counts and rates as 256 RGBA colours: zero is the ground, lightness changes linearly (in OKLab,
 * Ottosson 2020), hue runs from teal to indigo on white and the other way on black.
 */
export function countColors(scheme: ColorScheme): Uint8ClampedArray {
  let table = TABLES.get(scheme);
  if (!table) {
    table = new Uint8ClampedArray(STEPS * 4);
    const zero = rgb(GROUND[scheme]);
    for (let i = 0; i < STEPS; i++) {
      const t = i / (STEPS - 1);
      const lightness = scheme === "light" ? 1 - 0.78 * t : 0.182 + 0.79 * t;
      const hue = ((scheme === "light" ? 175 + 110 * t : 290 - 110 * t) * Math.PI) / 180;
      const chroma = 0.1 * Math.sin(Math.PI * Math.min(1, t * 1.02)) ** 0.8 + 0.03 * t;
      const color =
        i === 0 ? [zero.r, zero.g, zero.b] : oklabToRgb(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
      table.set([...color, 255], i * 4);
    }
    TABLES.set(scheme, table);
  }
  return table;
}

/** The same scale as a CSS gradient, from zero on the left. */
export function countGradient(scheme: ColorScheme): string {
  const table = countColors(scheme);
  const stops = Array.from({length: 17}, (_, k) => {
    const i = Math.round((k / 16) * (STEPS - 1)) * 4;
    return `rgb(${table[i]}, ${table[i + 1]}, ${table[i + 2]})`;
  });
  return `linear-gradient(to right, ${stops.join(", ")})`;
}
