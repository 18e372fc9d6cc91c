import {pairwiseMean} from "../statistics/pairwise-sum.js";

/** Variance (with n) over mean of the spike counts of trials; 1 for a Poisson process. NaN if there are no spikes. */
export function fanoFactor(spikeCounts: ArrayLike<number>): number {
  const mean = pairwiseMean(spikeCounts);
  if (mean === 0) return Number.NaN;
  return pairwiseMean(Float64Array.from(spikeCounts, (count) => (count - mean) ** 2)) / mean;
}
