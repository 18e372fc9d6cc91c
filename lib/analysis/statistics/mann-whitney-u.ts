import {normalTail} from "./normal-tail.js";
import {ranks} from "./ranks.js";

/** The outcome of a Mann–Whitney test. */
export interface MannWhitneyTest {
  /** In how many pairs the value of the first sample is the greater; ties count half. */
  u: number;
  /** Two-sided. NaN if a sample is empty or holds a NaN. */
  p: number;
}

/** Up to this size of the smaller sample p is exact, if there are no ties. */
const LARGEST_EXACT = 8;

/**
 * The Mann–Whitney U test: whether values of one sample tend to be greater than those of another (Mann and Whitney 1947).
 * As scipy's `mannwhitneyu` by default: exact for a sample of up to eight without ties, else by the normal distribution,
 * corrected for ties and for continuity.
 */
export function mannWhitneyU(a: ArrayLike<number>, b: ArrayLike<number>): MannWhitneyTest {
  const [m, n] = [a.length, b.length];
  if (m === 0 || n === 0) return {u: Number.NaN, p: Number.NaN};
  const all = ranks([...Array.from(a), ...Array.from(b)]);
  const u = all.subarray(0, m).reduce((sum, rank) => sum + rank, 0) - (m * (m + 1)) / 2;
  if (Number.isNaN(u)) return {u, p: Number.NaN};
  const greater = Math.max(u, m * n - u);
  const tieCounts = new Map<number, number>();
  for (const rank of all) tieCounts.set(rank, (tieCounts.get(rank) ?? 0) + 1);
  const hasTies = tieCounts.size < m + n;
  if (Math.min(m, n) <= LARGEST_EXACT && !hasTies)
    return {u, p: Math.min(1, 2 * exactTail(greater, Math.min(m, n), Math.max(m, n)))};
  const ties = [...tieCounts.values()].reduce((sum, count) => sum + count ** 3 - count, 0);
  const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))));
  return {u, p: Math.min(1, 2 * normalTail((greater - (m * n) / 2 - 0.5) / deviation))};
}

/**
 * P(U ≥ u) for a smaller sample of m: of all ways to mix the samples, the share of those in which U is as great. How many
 * have each U are the coefficients of the product of (1 − qⁿ⁺ⁱ) / (1 − qⁱ) for i = 1 to m (Mann and Whitney 1947).
 */
function exactTail(u: number, m: number, n: number): number {
  // U is as often at least u as at most m n − u.
  const last = m * n - u;
  const shares = new Float64Array(last + 1);
  shares[0] = 1;
  for (let i = 1; i <= m; ++i) {
    for (let value = last; value >= n + i; --value) shares[value] -= shares[value - n - i];
    for (let value = i; value <= last; ++value) shares[value] += shares[value - i];
    for (let value = 0; value <= last; ++value) shares[value] *= i / (n + i);
  }
  return shares.reduce((sum, share) => sum + share, 0);
}
