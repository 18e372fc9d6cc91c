import {max, range, sum} from "d3";
import type {MeanByBin} from "../../analysis/correlations/index.js";
import {countedText, decimalText} from "../../words/index.js";
import {hasCorrelations} from "./correlations.js";
import {PAIRS_SHARE_UNITS, type PairCharts, pairChartOptions} from "./pair-chart-options.js";
import type {CorrelatedUnit} from "./units-of-area.js";

/** Where a unit lies in the common coordinate framework (µm); NaN for what is not known. */
export function unitPosition(unit: CorrelatedUnit): number[] {
  const {anterior_posterior_ccf_coordinate, dorsal_ventral_ccf_coordinate, left_right_ccf_coordinate} = unit;
  return [anterior_posterior_ccf_coordinate, dorsal_ventral_ccf_coordinate, left_right_ccf_coordinate].map(
    (coordinate) => (coordinate > 0 ? coordinate : Number.NaN)
  );
}

/**
 * The edges of bins of distance (mm): equal ones from 0 to the farthest pair, wider where units lie far apart.
 * @param distances of each pair (mm)
 */
export function distanceEdges(distances: Float64Array): number[] {
  const farthest = max(distances) ?? 0;
  const step = farthest > 4 ? 0.5 : 0.25;
  return range(0, Math.ceil(farthest / step) + 1).map((edge) => edge * step);
}

/** A mean in bins, as it is drawn. */
export interface NamedMean extends MeanByBin {
  name: string;
  /** A CSS colour. */
  color: string;
  edges: number[];
}

/**
 * Correlation against distance.
 * @param distances of each pair (mm)
 * @param means in bins of distance; the last one is that of the pairs
 */
export function distanceChart(
  pairs: Float64Array,
  distances: Float64Array,
  means: readonly NamedMean[],
  shared: PairCharts
) {
  const {edges, n} = means[means.length - 1];
  if (!hasCorrelations(pairs) || edges.length < 2) return NO_PLACES;
  return {
    data: [{x: distances, y: pairs}] as const,
    options: {
      xLabel: "distance between the units (mm)",
      ...pairChartOptions(shared),
      means,
      ariaLabel: `${shared.kind === "signal" ? "Signal" : "Noise"} correlation by distance`
    },
    caption: `n = ${countedText(sum(n), "pairs")}, in bins of ${edges[1] - edges[0]} mm. Pairs beyond ±${shared.limit} count in the means, but are not drawn. ${PAIRS_SHARE_UNITS}`
  };
}

const NO_PLACES = {
  empty:
    "The units of this session have no positions in the common coordinate framework, or there are too few of them.",
  caption: ""
};

/** A bin with so many times fewer pairs than the fullest one says little. */
const TOO_FEW_TIMES = 20;

/** The mean in the nearest bin and in the farthest, of those that hold enough pairs; null where there are no two. */
export function nearAndFarText({mean, n}: MeanByBin, edges: readonly number[]): string | null {
  const filled = range(n.length).filter((bin) => n[bin] * TOO_FEW_TIMES > (max(n) ?? 0));
  if (filled.length < 2) return null;
  const [near, far] = [filled[0], filled[filled.length - 1]];
  return `Below ${edges[near + 1]} mm the mean is ${decimalText(mean[near], 3)}; from ${edges[far]} to ${edges[far + 1]} mm it is ${decimalText(mean[far], 3)}.`;
}
