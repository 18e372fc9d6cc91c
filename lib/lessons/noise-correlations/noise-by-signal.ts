import type {Correlation} from "../../analysis/statistics/index.js";
import {countedText, decimalText} from "../../words/index.js";
import {
  hasCorrelations,
  type NamedMean,
  NO_PAIRS,
  PAIRS_SHARE_UNITS,
  type PairCharts,
  pairChartOptions
} from "../correlations/index.js";

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
    caption: `n = ${countedText(n, "pairs")}; over pairs, r = ${decimalText(r, 3)}. ${PAIRS_SHARE_UNITS}`
  };
}
