import {incompleteBeta} from "./incomplete-beta.js";
import {pairwiseMean, pairwiseSum} from "./pairwise-sum.js";

/** The outcome of a t-test. */
export interface TTest {
  t: number;
  /** The degrees of freedom; not a whole number in general. */
  df: number;
  /** Two-sided. */
  p: number;
}

/**
 * Welch's t-test: whether two samples with variances that may differ have the same mean (Welch 1947). As scipy's
 * `ttest_ind(a, b, equal_var=False)`: of two constant samples, p is 0 if they differ and NaN if they are equal.
 * All is NaN for a sample of fewer than two.
 */
export function welchTTest(a: ArrayLike<number>, b: ArrayLike<number>): TTest {
  if (a.length < 2 || b.length < 2) return {t: Number.NaN, df: Number.NaN, p: Number.NaN};
  const [varianceA, varianceB] = [varianceOfMean(a), varianceOfMean(b)];
  const squares = varianceA ** 2 / (a.length - 1) + varianceB ** 2 / (b.length - 1);
  const df = squares > 0 ? (varianceA + varianceB) ** 2 / squares : 1;
  const t = (pairwiseMean(a) - pairwiseMean(b)) / Math.sqrt(varianceA + varianceB);
  return {t, df, p: twoSidedP(t, df)};
}

function varianceOfMean(values: ArrayLike<number>): number {
  const {length} = values;
  const mean = pairwiseMean(values);
  return pairwiseSum(Float64Array.from(values, (value) => (value - mean) ** 2)) / (length - 1) / length;
}

/** The probability that Student's t with `df` degrees of freedom is at least as far from 0. */
function twoSidedP(t: number, df: number): number {
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
}
