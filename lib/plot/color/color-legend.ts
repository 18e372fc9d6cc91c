import type {ColorScheme} from "./color-scheme.js";

/** What a colour scale's legend says. */
export interface ColorLegendOptions {
  /** The colours from end to end as a CSS gradient, for each theme. */
  gradient: (scheme: ColorScheme) => string;
  /** The values at the two ends, as text. */
  ends: readonly [string, string];
  /** What the colours mean, with the unit. */
  label: string;
}

/** The colour scale of an image, drawn with its ends and its unit. */
export function colorLegend({gradient, ends: [least, most], label}: ColorLegendOptions): HTMLDivElement {
  const legend = document.createElement("div");
  legend.className = "count-legend";
  const bar = document.createElement("span");
  bar.className = "count-legend-bar";
  // Two gradients, of which the style sheet shows the one of the theme: CSS cannot choose images with light-dark().
  bar.style.setProperty("--gradient-light", gradient("light"));
  bar.style.setProperty("--gradient-dark", gradient("dark"));
  const [from, to, name] = [least, most, label].map((textContent) =>
    Object.assign(document.createElement("span"), {textContent})
  );
  legend.append(from, bar, to, name);
  return legend;
}
