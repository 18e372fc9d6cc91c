import {decimalText} from "../../words/index.js";
import {hasCorrelations, knownCorrelations, meanText, TOO_FEW_PAIRS} from "../correlations/index.js";
import {correlationOfKnown} from "./correlation-of-known.js";

/**
 * What the other method changes.
 * @param otherPairs the noise correlation of each pair by the other method
 * @param method by which the pairs were computed
 */
export function otherMethodAnswer(pairs: Float64Array, otherPairs: Float64Array, method: string): string {
  if (!hasCorrelations(pairs)) return TOO_FEW_PAIRS;
  const {r} = correlationOfKnown(pairs, otherPairs);
  const known = knownCorrelations(pairs);
  const others = otherPairs.filter((value, pair) => !Number.isNaN(value + pairs[pair]));
  return `Little. Pair by pair, the two methods have r = ${decimalText(r, 3)}; their means are ${meanText(known)} (${method}) and ${meanText(others)} (the other). They differ for units that do not fire in some conditions: these count as 0 among the z-scores, and are left out of the mean.`;
}
