/** What the list of methods calls the correlation of z-scores, taken within conditions, over all presentations. */
export const pooledScores = "z-scores, pooled";

/** The two ways to use the repeats of all conditions: this one, and a correlation within each condition, averaged. */
export const noiseMethods = [pooledScores, "mean over conditions"];
