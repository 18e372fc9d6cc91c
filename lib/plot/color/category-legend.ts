import {symbol} from "d3";
import {CATEGORY_SYMBOLS} from "./category-symbols.js";

/** A group of things, and how it is drawn. */
export interface Category {
  /** What the group is called. */
  name: string;
  /** A CSS colour. */
  color: string;
}

/** The dashes of lines, by their number: colours alone do not tell all lines apart for everyone. */
export const LINE_DASHES = ["none", "7,3", "2,2", "9,3,2,3"] as const;

/**
 * The colours of groups with their names, in a row above a figure.
 *
 * @example
 * categoryLegend([{name: "VISp", color: structureColor("VISp")}]);
 *
 * @param symbols the number of each group's symbol, where the figure draws symbols
 * @param lines how many of the groups are drawn as lines, with their dashes
 */
export function categoryLegend(
  categories: readonly Category[],
  symbols?: readonly number[],
  lines = 0
): HTMLDivElement {
  const legend = document.createElement("div");
  legend.className = "count-legend";
  categories.forEach(({name, color}, i) => {
    const entry = legend.appendChild(document.createElement("span"));
    entry.append(symbols ? symbolSwatch(symbols[i], color) : i < lines ? lineSwatch(i, color) : swatch(color), name);
  });
  return legend;
}

function swatch(color: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "swatch";
  element.style.background = color;
  return element;
}

function symbolSwatch(number: number, color: string): SVGSVGElement {
  const [svg, path] = drawing(14, symbol(CATEGORY_SYMBOLS[number % CATEGORY_SYMBOLS.length], 72)() ?? "");
  path.style.fill = color;
  return svg;
}

function lineSwatch(number: number, color: string): SVGSVGElement {
  const [svg, path] = drawing(28, "M-14,0h28");
  path.style.stroke = color;
  path.style.strokeWidth = "3";
  path.style.strokeDasharray = LINE_DASHES[number % LINE_DASHES.length];
  return svg;
}

function drawing(width: number, d: string): [SVGSVGElement, SVGPathElement] {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `${-width / 2} -7 ${width} 14`);
  svg.setAttribute("class", "symbol-swatch");
  svg.setAttribute("aria-hidden", "true");
  if (width > 14) svg.style.width = "auto";
  const path = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  path.setAttribute("d", d);
  return [svg, path];
}
