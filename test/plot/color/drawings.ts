import {categoryLegend} from "../../../lib/plot/exercises/index.js";
import {countLegend} from "../../../lib/plot/index.js";
import type {Drawings} from "../drawings.js";

const categories = [
  {name: "regular", color: "#3366cc"},
  {name: "fast", color: "#cc6633"}
];

/** Legends. */
export const legends: Drawings = {
  countLegend: () => countLegend({maximum: 12345.678, label: "spikes", clipped: true}),
  categoryLegend: () => categoryLegend(categories),
  "categoryLegend with symbols": () => categoryLegend(categories, [0, 2]),
  "categoryLegend with lines": () => categoryLegend(categories, undefined, 1)
};
