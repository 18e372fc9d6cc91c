/** What the list of methods calls the correlation of z-scores, taken within conditions, over all presentations. */
export const POOLED_SCORES = "z-scores, pooled";

/** The two ways to use the repeats of all conditions: this one, and a correlation within each condition, averaged. */
export const NOISE_METHODS = [POOLED_SCORES, "mean over conditions"];
