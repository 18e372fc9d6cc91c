import {countGradient} from "./count-color.js";

/**
 * The colour scale of an image of counts, drawn with its ends and its unit.
 *
 * @param maximum the value at the far end
 * @param label what the colours mean, with the unit
 * @param clipped whether values beyond the far end have its colour
 */
export function countLegend({
  maximum,
  label,
  clipped = false
}: {
  maximum: number;
  label: string;
  clipped?: boolean;
}): HTMLDivElement {
  const legend = document.createElement("div");
  legend.className = "count-legend";
  const bar = document.createElement("span");
  bar.className = "count-legend-bar";
  // Two gradients, of which the style sheet shows the one of the theme: CSS cannot choose images with light-dark().
  bar.style.setProperty("--gradient-light", countGradient("light"));
  bar.style.setProperty("--gradient-dark", countGradient("dark"));
  const end = Number.isInteger(maximum) ? String(maximum) : String(Number(maximum.toPrecision(3)));
  legend.append(text("0"), bar, text(clipped ? `≥ ${end}` : end), text(label));
  return legend;
}

function text(content: string): HTMLSpanElement {
  const span = document.createElement("span");
  span.textContent = content;
  return span;
}
