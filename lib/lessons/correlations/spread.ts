import {deviation, mean} from "d3";
import {countedText, decimalText} from "../../words/index.js";
import {type CorrelationKind, hasCorrelations, knownCorrelations, NO_PAIRS} from "./correlations.js";

/**
 * How the correlations of all pairs are spread, beside those of a shuffle.
 * @param limit where the bins end, on both sides of 0
 * @param seed of the shuffle
 */
export function correlationSpread(
  pairs: Float64Array,
  shuffledPairs: Float64Array,
  {kind, limit, seed}: {kind: CorrelationKind; limit: number; seed: number}
) {
  if (!hasCorrelations(pairs)) return NO_PAIRS;
  const [known, shuffled] = [pairs, shuffledPairs].map(knownCorrelations);
  return {
    data: [pairs] as const,
    options: {
      label: `${kind} correlation`,
      domain: [-limit, limit] as const,
      control: {name: "shuffled", values: shuffledPairs},
      ariaLabel: `How ${kind} correlations are spread`,
      ariaDescription: `${countedText(pairs.length, "pairs")}, with those of a shuffle`
    },
    caption: `n = ${countedText(known.length, "pairs")}: mean ${meanText(known)}, standard deviation ${deviationText(known)}; shuffled with seed ${seed}, ${meanText(shuffled)} and ${deviationText(shuffled)}.`
  };
}

/** The mean of correlations in words. */
export function meanText(values: Float64Array, decimals = 3): string {
  return decimalText(mean(values) ?? Number.NaN, decimals);
}

/** Their standard deviation (with n − 1) in words; fewer than two have none. */
export function deviationText(values: Float64Array): string {
  const spread = deviation(values);
  return spread === undefined ? "not known" : decimalText(spread, 3);
}
