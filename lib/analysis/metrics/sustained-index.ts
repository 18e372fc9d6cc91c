import {pairwiseMean} from "../statistics/pairwise-sum.js";
import {greatestOf} from "./time-to-peak.js";

/**
 * The mean of a peristimulus time histogram over its maximum: near 0 for a transient response, near 1 for one that lasts.
 * NaN without spikes.
 */
export function sustainedIndex(psth: ArrayLike<number>): number {
  return pairwiseMean(psth) / greatestOf(psth);
}
