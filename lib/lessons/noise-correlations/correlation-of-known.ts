import {type Correlation, pearsonCorrelation} from "../../analysis/statistics/index.js";

/** How two numbers of each pair of units go together, over the pairs that have both. */
export function correlationOfKnown(a: Float64Array, b: Float64Array): Correlation {
  const isKnown = (_: number, pair: number) => !Number.isNaN(a[pair] + b[pair]);
  return pearsonCorrelation(a.filter(isKnown), b.filter(isKnown));
}
