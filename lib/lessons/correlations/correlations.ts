/** What is correlated: the tuning of two units, or what they do in repeats of the same stimulus. */
export type CorrelationKind = "signal" | "noise";

/** The correlations that are known. NaN stands for a pair of which one unit is constant. */
export function knownCorrelations(pairs: ArrayLike<number>): Float64Array {
  return Float64Array.from(pairs).filter((value) => !Number.isNaN(value));
}

/** Whether any pair has a correlation. */
export function hasCorrelations(pairs: Float64Array): boolean {
  return pairs.some((value) => !Number.isNaN(value));
}

/** What stands in a figure's place when no pair has a correlation. */
export const NO_PAIRS = {
  empty:
    "There are too few units, or no presentations of this stimulus, in this choice. Choose another stimulus or area.",
  caption: ""
};

/** What stands in an answer's place then. */
export const TOO_FEW_PAIRS = "There are too few pairs of units to say.";
