import {pairwiseMean, pairwiseSum} from "../statistics/pairwise-sum.js";

/**
 * The spatial frequency discrimination index: range / (range + 2 √(SSE / (n − bias))), near 1 where tuning is large
 * against the variation of trials.
 * @param responses mean spikes at each frequency
 * @param trials spikes of each trial
 * @param bias how many frequencies were shown
 */
export function spatialFrequencyDiscrimination(
  responses: ArrayLike<number>,
  trials: ArrayLike<number>,
  bias = 5
): number {
  const range = Math.max(...Array.from(responses)) - Math.min(...Array.from(responses));
  const mean = pairwiseMean(trials);
  const squares = pairwiseSum(Float64Array.from(trials, (spikes) => (spikes - mean) * (spikes - mean)));
  return range / (range + 2 * Math.sqrt(squares / (trials.length - bias)));
}
