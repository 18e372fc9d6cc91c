import {bin} from "d3";
import {countedText, countText, structureName} from "../../words/index.js";
import {SIGNIFICANCE_LEVEL} from "./significance.js";
import {NO_TUNING} from "./tuned-unit.js";

/** So many bins of p-values that the first holds the units that are called tuned. */
const BINS = 20;

/** How the p-values of the units of an area are spread. */
export function pValueHistogram(
  pValues: Float64Array,
  {area, permutations, seed}: {area: string | null; permutations: number; seed: number}
) {
  if (pValues.length === 0) return NO_TUNING;
  const edges = Array.from({length: BINS - 1}, (_, i) => (i + 1) / BINS);
  const known = pValues.filter((p) => !Number.isNaN(p));
  const counts = bin()
    .domain([0, 1])
    .thresholds(edges)(known)
    .map((own) => own.length);
  return {
    data: [{range: [0, 1] as const, counts}] as const,
    options: {
      label: "p-value of tuning",
      of: "units",
      limit: {value: SIGNIFICANCE_LEVEL, keep: "below" as const},
      ariaLabel: `p-values of the units of ${structureName(area)}`
    },
    caption: `n = ${countedText(pValues.length, "units")} of ${structureName(area)}, ${countText(permutations)} permutations each, seed ${seed}.`
  };
}
