/**
 * What was shown, read from the activity of a population: decoders, folds that keep what is tested apart, accuracy.
 *
 * @module neuropixels-notebook/analysis/decoding
 */

// Library only, for scripts and for cells of readers: countsInWindow, fitDiscriminantAnalysis, fitShrunkDiscriminantAnalysis.
export {type AccuracyOfUnits, accuracyByUnitCount} from "./accuracy-by-unit-count.js";
export {accuracyByWindow, type BinWindow, countsInWindow} from "./accuracy-by-window.js";
export {type ChanceLevel, chanceLevel} from "./chance-level.js";
export {crossValidate} from "./cross-validate.js";
export {type Decoding, type DecodingOptions, decode} from "./decode.js";
export type {DecoderSettings, Fit, FittedDecoder, TrainingTrials} from "./decoder.js";
export {fitDiscriminantAnalysis, fitShrunkDiscriminantAnalysis} from "./discriminant-analysis.js";
export {fitDecoder} from "./fit-decoder.js";
export {blockFolds, consecutiveFolds, type Folds, stratifiedFolds} from "./folds.js";
export type {LinearDecoder} from "./linear-decoder.js";
export {fitLogisticRegression, type LogisticRegression, type LogisticRegressionOptions} from "./logistic-regression.js";
export {fitNearestCentroid} from "./nearest-centroid.js";
export {fitPoissonNaiveBayes} from "./poisson-naive-bayes.js";
export {type Scaling, scaled, scalingOf} from "./scaling.js";
export {
  type ClassPair,
  fitSupportVectorMachine,
  type SupportVectorMachine,
  type SupportVectorOptions
} from "./support-vector-machine.js";
export {wilsonInterval} from "./wilson-interval.js";
