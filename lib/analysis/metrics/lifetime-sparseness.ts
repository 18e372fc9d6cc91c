import {pairwiseSum} from "../statistics/pairwise-sum.js";

/**
 * How unevenly a unit responds to conditions: 0 if to all alike, 1 if to one only (Vinje and Gallant 2000):
 * (1 − (Σr)² / (N Σr²)) / (1 − 1/N). NaN for fewer than two conditions, or no response at all.
 * @param responses spikes in each condition
 */
export function lifetimeSparseness(responses: ArrayLike<number>): number {
  const n = responses.length;
  if (n < 2) return Number.NaN;
  const sum = pairwiseSum(responses);
  const squares = pairwiseSum(Float64Array.from(responses, (response) => response * response));
  return (1 - (1 / n) * ((sum * sum) / squares)) / (1 - 1 / n);
}
