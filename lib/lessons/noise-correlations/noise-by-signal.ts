import {range} from "d3";
import type {Correlation} from "../../analysis/statistics/index.js";
import {countedText, decimalText} from "../../words/index.js";
import {hasCorrelations, type NamedMean, NO_PAIRS, type PairCharts, pairChartOptions} from "../correlations/index.js";

/** The edges of bins of signal correlation: ten from −1 to 1. */
export const signalEdges: number[] = range(-5, 6).map((fifth) => fifth / 5);

/**
 * Noise correlation against signal correlation.
 * @param pairs the noise correlation of each pair
 * @param means in bins of signal correlation
 * @param correlation of the two, over pairs
 */
export function noiseBySignal(
  pairs: Float64Array,
  signalPairs: Float64Array,
  {means, correlation: {r, n}, ...shared}: PairCharts & {means: readonly NamedMean[]; correlation: Correlation}
) {
  if (!hasCorrelations(pairs)) return NO_PAIRS;
  return {
    data: [{x: signalPairs, y: pairs}] as const,
    options: {
      ...pairChartOptions(shared),
      xLabel: "signal correlation",
      means,
      ariaLabel: "Noise correlation by signal correlation"
    },
    caption: `n = ${countedText(n, "pairs")}; over pairs, r = ${decimalText(r, 3)}.`
  };
}
