/** Spikes to numbers: pure functions on typed arrays. The door of all analyses. */

export {AnalysisError} from "./analysis-error.js";
export * from "./clustering/index.js";
export * from "./correlations/index.js";
export * from "./correlograms/index.js";
export * from "./counting/index.js";
export * from "./decoding/index.js";
export * from "./lfp/index.js";
export {asMatrix, type Matrix, type MatrixLike} from "./linear-algebra/index.js";
export type {LongTaskOptions} from "./long-task.js";
export {globalDirectionSelectivity, globalOrientationSelectivity} from "./metrics/index.js";
export * from "./responses/index.js";
export {type MannWhitneyTest, mannWhitneyU} from "./statistics/mann-whitney-u.js";
export {type Correlation, pearsonCorrelation} from "./statistics/pearson-correlation.js";
export {permutationPValue} from "./statistics/permutation-p-value.js";
export {type RandomSource, seededRandom} from "./statistics/seeded-random.js";
export {spearmanCorrelation} from "./statistics/spearman-correlation.js";
export {type TTest, welchTTest} from "./statistics/welch-t-test.js";
export {
  answerTask,
  type TaskInput,
  type TaskName,
  type TaskOutput,
  type TaskReply,
  type TaskRequest
} from "./tasks.js";
export * from "./tuning/index.js";
