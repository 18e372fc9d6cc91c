import {AnalysisError} from "../analysis-error.js";
import {asFiniteMatrix, type Matrix, type MatrixLike, zeros} from "../linear-algebra/index.js";
import type {LongTaskOptions} from "../long-task.js";
import {classesOf} from "./classes.js";
import {crossValidate} from "./cross-validate.js";
import type {DecoderSettings, TrainingTrials} from "./decoder.js";
import {fitDecoder} from "./fit-decoder.js";
import {type Folds, givenFolds, stratifiedFolds} from "./folds.js";
import {wilsonInterval} from "./wilson-interval.js";

/** How to decode. */
export interface DecodingOptions {
  /** Linear discriminant analysis by default. */
  decoder?: DecoderSettings;
  /** The trials that each fold tests, or how many stratified folds to make; 5 by default. */
  folds?: number | readonly ArrayLike<number>[];
  /**
   * Whether each unit's counts are brought to mean 0 and standard deviation 1, those of the training trials. By default
   * they are, but for decoders that need counts.
   */
  scale?: boolean;
}

/** How well a population tells what was shown. */
export interface Decoding {
  /** The values that were decoded, ascending. */
  classes: number[];
  /** What is predicted for each trial; NaN for trials that no fold tests. */
  predictions: Float64Array;
  folds: Folds;
  /** The share of trials that each fold predicts rightly; NaN for a fold without trials. */
  foldAccuracy: number[];
  /** The share of all tested trials that are predicted rightly. */
  accuracy: number;
  /** The interval that holds the true accuracy with 95 % confidence, were trials independent (Wilson 1927). */
  interval: [low: number, high: number];
  /** How many trials of the class of each row were predicted to be of the class of each column. */
  confusion: Matrix;
}

/**
 * Decodes what was shown from the activity of a population, trial by trial, by cross-validation.
 *
 * @example
 * const decoder = {kind: "svm", kernel: "linear"} as const;
 * const {accuracy, confusion} = await decode(counts, orientations, {decoder, folds: 10});
 *
 * @param trials trials × units, e.g. spike counts
 * @param target what was shown in each trial, e.g. the orientation (deg)
 * @throws {AnalysisError} `wrong-shape` if there is not one target per trial; `wrong-argument` for NaN;
 * `too-few-data` for fewer than two classes, no unit, or no class with a trial for each fold; what the signal was
 * aborted with
 */
export async function decode(
  trials: MatrixLike,
  target: ArrayLike<number>,
  {
    decoder = {kind: "lda"},
    folds = 5,
    scale = !needsCounts(decoder),
    signal,
    onProgress
  }: DecodingOptions & LongTaskOptions = {}
): Promise<Decoding> {
  const {values: classes, training} = asTraining(trials, target);
  const split = typeof folds === "number" ? stratifiedFolds(target, folds) : givenFolds(folds, target.length);
  const labels = await crossValidate((some, options) => fitDecoder(decoder, some, options), training, split, {
    scale,
    signal,
    onProgress
  });
  const confusion = zeros(classes.length, classes.length);
  const isRight = (trial: number) => labels[trial] === training.labels[trial];
  labels.forEach((label, trial) => {
    if (label >= 0) ++confusion.values[training.labels[trial] * classes.length + label];
  });
  const right = labels.reduce((sum, _, trial) => sum + (isRight(trial) ? 1 : 0), 0);
  const tested = split.reduce((sum, fold) => sum + fold.length, 0);
  return {
    classes,
    predictions: Float64Array.from(labels, (label) => (label < 0 ? Number.NaN : classes[label])),
    folds: split,
    foldAccuracy: split.map((fold) => fold.reduce((sum, trial) => sum + (isRight(trial) ? 1 : 0), 0) / fold.length),
    accuracy: right / tested,
    interval: wilsonInterval(right, tested),
    confusion
  };
}

/** Trials with their classes, once it is sure that they can be decoded. */
function asTraining(trials: MatrixLike, target: ArrayLike<number>): {values: number[]; training: TrainingTrials} {
  const matrix = asFiniteMatrix(trials, "trials");
  const {values, labels} = classesOf(target);
  if (target.length !== matrix.rows) {
    const [expected, found] = [`${matrix.rows} values, one per trial`, `${target.length}`];
    throw new AnalysisError("wrong-shape", {path: "target", expected, found, remedy: "Give what each trial showed."});
  }
  if (values.length < 2 || matrix.columns === 0) {
    const [path, what] = values.length < 2 ? ["target", "two different values"] : ["trials", "one unit"];
    const found = `${values.length < 2 ? values.length : 0}`;
    const remedy = "Choose more trials or units.";
    throw new AnalysisError("too-few-data", {path, expected: `${what} or more`, found, remedy});
  }
  return {values, training: {trials: matrix, labels, classes: values.length}};
}

function needsCounts(decoder: DecoderSettings): boolean {
  return decoder.kind === "poisson-naive-bayes" || (decoder.kind === "best-of" && decoder.candidates.some(needsCounts));
}
