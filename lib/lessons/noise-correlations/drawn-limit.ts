import {quantile} from "d3";
import {knownCorrelations} from "../correlations/index.js";

/**
 * Where a scale of noise correlations ends, on both sides of 0: they are small, and their largest few would hide the rest.
 * A tenth, or several.
 * @param share of the pairs that lies within
 * @param least the scale does not end before
 */
export function drawnLimit(pairs: Float64Array, {share, least}: {share: number; least: number}): number {
  const size = quantile(knownCorrelations(pairs).map(Math.abs), share) ?? 1;
  return Math.max(least, Math.ceil(10 * size) / 10);
}

/** Where the axes of histogram and charts end. */
export function axisLimit(pairs: Float64Array): number {
  return Math.min(1, drawnLimit(pairs, {share: 0.998, least: 0.2}));
}
