import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye
} from "d3";

/** A group of things, and how it is drawn. */
export interface Category {
  name: string;
  /** A CSS colour. */
  color: string;
}

/** The symbols of groups, by their number. */
export const categorySymbols = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond2,
  symbolCross,
  symbolStar,
  symbolWye
] as const;

/**
 * The colours of groups with their names, in a row above a figure.
 *
 * @param symbols the number of each group's symbol, where the figure draws symbols
 */
export function categoryLegend(categories: readonly Category[], symbols?: readonly number[]): HTMLDivElement {
  const legend = document.createElement("div");
  legend.className = "count-legend";
  categories.forEach(({name, color}, i) => {
    const entry = legend.appendChild(document.createElement("span"));
    entry.append(symbols ? symbolSwatch(symbols[i], color) : swatch(color), name);
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
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "-7 -7 14 14");
  svg.setAttribute("class", "symbol-swatch");
  svg.setAttribute("aria-hidden", "true");
  const path = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  path.setAttribute("d", symbol(categorySymbols[number % categorySymbols.length], 72)() ?? "");
  path.style.fill = color;
  return svg;
}
