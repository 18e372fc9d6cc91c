/** A group of things, and how it is drawn. */
export interface Category {
  name: string;
  /** A CSS colour. */
  color: string;
}

/** The colours of groups with their names, in a row above a figure. */
export function categoryLegend(categories: readonly Category[]): HTMLDivElement {
  const legend = document.createElement("div");
  legend.className = "count-legend";
  for (const {name, color} of categories) {
    const entry = legend.appendChild(document.createElement("span"));
    const swatch = entry.appendChild(document.createElement("span"));
    swatch.className = "swatch";
    swatch.style.background = color;
    entry.append(name);
  }
  return legend;
}
