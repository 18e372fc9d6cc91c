import {AnalysisError} from "../analysis-error.js";
import {incompleteBeta} from "./incomplete-beta.js";
import {pairwiseMean, pairwiseSum} from "./pairwise-sum.js";

/** A correlation with the probability of one as great if there were none. */
export interface Correlation {
  /** NaN for fewer than two pairs, or if either is constant. */
  r: number;
  /** Two-sided, by Student's t with n − 2 degrees of freedom; NaN for fewer than three pairs, or if r is. */
  p: number;
  n: number;
}

/**
 * Pearson's correlation of pairs (x, y), as scipy's `pearsonr`. Pairs with a NaN are not left out: they make it NaN.
 * @throws {AnalysisError} `wrong-shape` if there are not as many y as x
 */
export function pearsonCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  requirePairs(x, y);
  const n = x.length;
  const [a, b] = [centred(x, n), centred(y, n)];
  const sum = (values: Float64Array, others: Float64Array) => pairwiseSum(values.map((value, i) => value * others[i]));
  const product = sum(a, b) / Math.sqrt(sum(a, a)) / Math.sqrt(sum(b, b));
  const r = Math.max(-1, Math.min(1, product));
  if (n < 3 || Number.isNaN(r)) return {r, p: Number.NaN, n};
  // t² = r² df / (1 − r²), and P(|T| ≥ t) = I at df / (df + t²) = 1 − r².
  return {r, p: incompleteBeta((1 - r) * (1 + r), (n - 2) / 2, 0.5, r * r), n};
}

/** Makes sure that each x has its y: {AnalysisError} `wrong-shape`. */
export function requirePairs(x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length === y.length) return;
  const [expected, found] = [`${x.length} values, one for each x`, `${y.length}`];
  throw new AnalysisError("wrong-shape", {path: "y", expected, found, remedy: "Give both of the same pairs."});
}

function centred(values: ArrayLike<number>, n: number): Float64Array {
  const own = new Float64Array(n);
  for (let i = 0; i < n; ++i) own[i] = values[i];
  const isConstant = own.every((value) => value === own[0]);
  const mean = isConstant ? own[0] : pairwiseMean(own);
  return own.map((value) => value - mean);
}
