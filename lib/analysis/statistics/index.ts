/**
 * What chance would do: correlations and tests with their p-values, and random numbers that a seed repeats.
 *
 * @module neuropixels-notebook/analysis/statistics
 */

// Library only, for scripts and for cells of readers: mannWhitneyU, permutationPValue, spearmanCorrelation.
export {type MannWhitneyTest, mannWhitneyU} from "./mann-whitney-u.js";
export {type Correlation, pearsonCorrelation} from "./pearson-correlation.js";
export {permutationPValue} from "./permutation-p-value.js";
export {type RandomSource, seededRandom} from "./seeded-random.js";
export {spearmanCorrelation} from "./spearman-correlation.js";
export {type TTest, welchTTest} from "./welch-t-test.js";
