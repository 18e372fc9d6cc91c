/**
 * Spikes to numbers: pure functions on typed arrays. The door of all analyses.
 *
 * @module neuropixels-notebook/analysis
 */

export {AnalysisError} from "./analysis-error.js";
export * from "./clustering/index.js";
export * from "./correlations/index.js";
export * from "./correlograms/index.js";
export * from "./counting/index.js";
export * from "./decoding/index.js";
export * from "./lfp/index.js";
export {asMatrix, type Matrix, type MatrixLike} from "./linear-algebra/index.js";
export type {LongTaskOptions} from "./long-task.js";
export * from "./responses/index.js";
export * from "./statistics/index.js";
export * from "./tuning/index.js";
