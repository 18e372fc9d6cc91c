import {signedGradient} from "./signed-color.js";

/**
 * The colour scale of an image of signed values, drawn with its ends, its zero and its unit.
 *
 * @param limit the value at the far end, and its negative at the other
 * @param label what the colours mean, with the unit
 * @param clipped whether values beyond the ends have their colours
 */
export function signedLegend({
  limit,
  label,
  clipped = false
}: {
  limit: number;
  label: string;
  clipped?: boolean;
}): HTMLDivElement {
  const legend = document.createElement("div");
  legend.className = "count-legend";
  const bar = document.createElement("span");
  bar.className = "count-legend-bar";
  bar.style.setProperty("--gradient-light", signedGradient("light"));
  bar.style.setProperty("--gradient-dark", signedGradient("dark"));
  const end = Number(limit.toPrecision(3)).toLocaleString("en-US");
  const words = [clipped ? `≤ −${end}` : `−${end}`, clipped ? `≥ ${end}` : end, `${label}, 0 in the middle`];
  const [least, most, name] = words.map((text) => Object.assign(document.createElement("span"), {textContent: text}));
  legend.append(least, bar, most, name);
  return legend;
}
