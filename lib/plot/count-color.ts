import {rgb} from "d3";
import type {ColorScheme} from "./color-scheme.js";

/** The ground each theme draws on; zero has this colour. Kept equal to the style sheet's by a test. */
export const ground: Record<ColorScheme, string> = {light: "#ffffff", dark: "#121212"};

const steps = 256;
const tables = new Map<ColorScheme, Uint8ClampedArray>();

/**
 * The sequential scale of counts and rates as 256 RGBA colours: zero is the ground, lightness changes linearly (in OKLab,
 * Ottosson 2020), hue runs from teal to indigo on white and the other way on black.
 */
export function countColors(scheme: ColorScheme): Uint8ClampedArray {
  let table = tables.get(scheme);
  if (!table) {
    table = new Uint8ClampedArray(steps * 4);
    const zero = rgb(ground[scheme]);
    for (let i = 0; i < steps; i++) {
      const t = i / (steps - 1);
      const lightness = scheme === "light" ? 1 - 0.78 * t : 0.182 + 0.79 * t;
      const hue = ((scheme === "light" ? 175 + 110 * t : 290 - 110 * t) * Math.PI) / 180;
      const chroma = 0.1 * Math.sin(Math.PI * Math.min(1, t * 1.02)) ** 0.8 + 0.03 * t;
      const color =
        i === 0 ? [zero.r, zero.g, zero.b] : oklabToRgb(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
      table.set([...color, 255], i * 4);
    }
    tables.set(scheme, table);
  }
  return table;
}

/** The same scale as a CSS gradient, from zero on the left. */
export function countGradient(scheme: ColorScheme): string {
  const table = countColors(scheme);
  const stops = Array.from({length: 17}, (_, k) => {
    const i = Math.round((k / 16) * (steps - 1)) * 4;
    return `rgb(${table[i]}, ${table[i + 1]}, ${table[i + 2]})`;
  });
  return `linear-gradient(to right, ${stops.join(", ")})`;
}

function oklabToRgb(lightness: number, a: number, b: number): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  ].map((c) => 255 * (c <= 0.0031308 ? 12.92 * Math.max(c, 0) : 1.055 * c ** (1 / 2.4) - 0.055));
}
