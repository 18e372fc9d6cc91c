import {type Correlation, pearsonCorrelation} from "./pearson-correlation.js";
import {ranks} from "./ranks.js";

/**
 * Spearman's rank correlation of pairs (x, y), ties with their average rank, as scipy's `spearmanr`: Pearson's of the
 * ranks, p by Student's t. NaN if any value is.
 */
export function spearmanCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  return pearsonCorrelation(ranks(x), ranks(y));
}
