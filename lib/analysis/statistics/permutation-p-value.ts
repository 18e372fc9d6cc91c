/**
 * The p-value of a statistic against those of permutations: (1 + permutations at least as far from 0) / (1 + all), which
 * is never 0 (Phipson and Smyth 2010). Two-sided; NaN if the statistic is.
 */
export function permutationPValue(statistic: number, permuted: ArrayLike<number>): number {
  if (Number.isNaN(statistic)) return Number.NaN;
  let asGreat = 0;
  for (let i = 0; i < permuted.length; ++i) if (Math.abs(permuted[i]) >= Math.abs(statistic)) ++asGreat;
  return (1 + asGreat) / (1 + permuted.length);
}
