import {sum} from "d3";
import type {AreaPairMean} from "../../analysis/correlations/index.js";
import {countText} from "../../words/index.js";
import {type CorrelationKind, NO_PAIRS} from "./correlations.js";

/** Mean correlations by the areas of the two units. */
export type AreaPairs = readonly AreaPairMean[];

/** The mean correlation of the pairs in every two areas, as an image. */
export function areaPairMeans(byAreas: AreaPairs, kind: CorrelationKind) {
  if (byAreas.length === 0) return NO_PAIRS;
  return {
    data: [byAreas] as const,
    options: {label: `mean ${kind} correlation`, ariaLabel: `Mean ${kind} correlations by areas`},
    caption: `n = ${countText(sum(byAreas, ({n}) => n))} pairs of units that have an area.`
  };
}

/** The mean over all pairs within an area; NaN without one. */
export function withinAreas(byAreas: AreaPairs): number {
  return pooledMean(byAreas.filter(({areas: [a, b]}) => a === b));
}

/** The mean over all pairs of units in two areas; NaN without one. */
export function betweenAreas(byAreas: AreaPairs): number {
  return pooledMean(byAreas.filter(({areas: [a, b]}) => a !== b));
}

function pooledMean(byAreas: AreaPairs): number {
  return sum(byAreas, ({mean, n}) => mean * n) / sum(byAreas, ({n}) => n);
}
