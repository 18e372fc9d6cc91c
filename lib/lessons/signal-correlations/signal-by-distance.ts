import {deviation} from "d3";
import type {MeanByBin} from "../../analysis/correlations/index.js";
import {distanceChart, knownCorrelations, type PairCharts} from "../correlations/index.js";

/** How many standard deviations of the correlations are drawn, on both sides of 0. */
const DRAWN_DEVIATIONS = 2.5;

/** What the chart is drawn from, beside the pairs. */
export interface SignalByDistance extends Pick<PairCharts, "units" | "choose"> {
  /** The edges of the bins of distance (mm), and the mean in each. */
  edges: number[];
  byDistance: MeanByBin;
}

/**
 * Signal correlation against distance.
 * @param distances of each pair (mm)
 */
export function signalByDistance(
  pairs: Float64Array,
  distances: Float64Array,
  {edges, byDistance, ...shared}: SignalByDistance
) {
  const spread = deviation(knownCorrelations(pairs)) ?? 0.4;
  const limit = Math.min(1, Math.ceil(10 * DRAWN_DEVIATIONS * spread) / 10);
  const means = [{name: "mean", color: "var(--theme-foreground-focus)", edges, ...byDistance}];
  return distanceChart(pairs, distances, means, {...shared, kind: "signal", limit});
}
