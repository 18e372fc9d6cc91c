import {type Correlation, pearsonCorrelation, requirePairs} from "./pearson-correlation.js";
import {ranks} from "./ranks.js";

/**
 * Spearman's rank correlation of pairs (x, y), ties with their average rank, as scipy's `spearmanr`: Pearson's of the
 * ranks, p by Student's t, and 0 where one rises whenever the other does, or falls. NaN if any value is.
 * @throws {AnalysisError} `wrong-shape` if there are not as many y as x
 */
export function spearmanCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  requirePairs(x, y);
  const [a, b] = [ranks(x), ranks(y)];
  const {r, p, n} = pearsonCorrelation(a, b);
  // The sums of products of ranks would be rounded: of three pairs, an r of 1 − 1e-16 has a p of 1e-8.
  const isPerfect = a.every((rank, i) => rank === b[i]) || a.every((rank, i) => rank === n + 1 - b[i]);
  if (!isPerfect || Number.isNaN(r)) return {r, p, n};
  return {r: Math.sign(r), p: n < 3 ? Number.NaN : 0, n};
}
