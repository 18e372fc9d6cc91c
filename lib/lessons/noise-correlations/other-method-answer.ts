import {countText, decimalText} from "../../words/index.js";
import {hasCorrelations, knownCorrelations, meanText, TOO_FEW_PAIRS} from "../correlations/index.js";
import {repeatsText} from "../presentations/index.js";
import {correlationOfKnown} from "./correlation-of-known.js";

/** Two correlations that differ by less are the same: the rest is rounding. */
const ROUNDING = 1e-9;

/**
 * What the other method changes.
 * @param otherPairs the noise correlation of each pair by the other method
 * @param method by which the pairs were computed
 * @param repeats of each condition
 */
export function otherMethodAnswer(
  pairs: Float64Array,
  otherPairs: Float64Array,
  method: string,
  repeats: ArrayLike<number>
): string {
  if (!hasCorrelations(pairs)) return TOO_FEW_PAIRS;
  const {r, n} = correlationOfKnown(pairs, otherPairs);
  const known = knownCorrelations(pairs);
  const others = otherPairs.filter((value, pair) => !Number.isNaN(value + pairs[pair]));
  const same = pairs.filter((value, pair) => Math.abs(value - otherPairs[pair]) < ROUNDING).length;
  const silent =
    "a unit that always fires the same in a condition, mostly not at all, counts as 0 among the z-scores, and the mean leaves that condition out";
  const numbers = `Pair by pair, the two methods have r = ${decimalText(r, 3)}; their means are ${meanText(known)} (${method}) and ${meanText(others)} (the other).`;
  return new Set(Array.from(repeats)).size === 1
    ? `Nothing where both units fire in every condition. Each condition has n = ${repeatsText(repeats)} repeats, so its z-scores have the same sum of squares as those of any other, and the correlation of all is by arithmetic the mean of the correlations within conditions: for ${countText(same)} of ${countText(n)} pairs it is the same number. The others differ because ${silent}. ${numbers}`
    : `Little. ${numbers} Conditions have n = ${repeatsText(repeats)} repeats: pooled, each counts by its repeats; in the mean, each counts once. With equally many repeats the two would be the same number. And ${silent}.`;
}
