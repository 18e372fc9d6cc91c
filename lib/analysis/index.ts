/** Spikes to numbers: pure functions on typed arrays. */
export {AnalysisError} from "./analysis-error.js";
export {lowerBound, lowerBoundFrom, upperBound, upperBoundFrom} from "./bounds.js";
export * from "./correlograms/index.js";
export * from "./decoding/index.js";
export {asMatrix, type Matrix, type MatrixLike} from "./linear-algebra/index.js";
export type {LongTaskOptions} from "./long-task.js";
export {type MeanOverRows, meanOverRows} from "./mean-over-rows.js";
export {type MinMaxPerBin, minMaxPerBin} from "./min-max-per-bin.js";
export {type BinEdges, countSpikes, type SpikeCountOptions} from "./spike-counts.js";
export {type RandomSource, seededRandom} from "./statistics/seeded-random.js";
