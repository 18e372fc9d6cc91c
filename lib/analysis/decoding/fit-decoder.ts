import {AnalysisError} from "../analysis-error.js";
import {inTurns, type LongTaskOptions} from "../long-task.js";
import {bestCandidate} from "./best-candidate.js";
import {classSizes} from "./classes.js";
import type {DecoderSettings, FittedDecoder, TrainingTrials} from "./decoder.js";
import {discriminantAnalysisSteps, shrunkDiscriminantAnalysisSteps} from "./discriminant-analysis.js";
import {fitLogisticRegression} from "./logistic-regression.js";
import {fitNearestCentroid} from "./nearest-centroid.js";
import {fitPoissonNaiveBayes} from "./poisson-naive-bayes.js";
import {fitSupportVectorMachine} from "./support-vector-machine.js";

/**
 * Lets a decoder learn. A class without a trial is never decoded.
 *
 * @example
 * const decoder = await fitDecoder({kind: "logistic-regression", c: 0.1}, training, {signal, onProgress});
 * const labels = decoder.predict(others);
 *
 * @throws {AnalysisError} `too-few-data` for trials of fewer than two classes, and as the decoder says; what the signal
 * was aborted with
 */
export async function fitDecoder(
  settings: DecoderSettings,
  training: TrainingTrials,
  options: LongTaskOptions = {}
): Promise<FittedDecoder> {
  const sizes = classSizes(training.labels, training.classes);
  const present = Array.from(sizes.keys()).filter((label) => sizes[label] > 0);
  if (present.length < 2) {
    throw new AnalysisError("too-few-data", {
      path: "labels",
      expected: "training trials of two classes or more",
      found: `${present.length}`,
      remedy: "Choose fewer folds, or conditions that were shown more often."
    });
  }
  if (present.length === training.classes) return fitAll(settings, training, options);
  const indexOf = new Map(present.map((label, k) => [label, k]));
  const labels = training.labels.map((label) => indexOf.get(label)!);
  const fitted = await fitAll(settings, {...training, labels, classes: present.length}, options);
  return {predict: (trials) => fitted.predict(trials).map((k) => present[k])};
}

async function fitAll(
  settings: DecoderSettings,
  training: TrainingTrials,
  options: LongTaskOptions
): Promise<FittedDecoder> {
  switch (settings.kind) {
    case "lda":
      return inTurns(
        settings.shrinkage === "ledoit-wolf"
          ? shrunkDiscriminantAnalysisSteps(training)
          : discriminantAnalysisSteps(training),
        options
      );
    case "logistic-regression":
      return fitLogisticRegression(training, settings, options);
    case "svm":
      return fitSupportVectorMachine(training, settings, options);
    case "nearest-centroid":
      return fitNearestCentroid(training);
    case "poisson-naive-bayes":
      return fitPoissonNaiveBayes(training, settings.pseudocount);
    case "best-of":
      return fitBest(settings, training, options);
    default: {
      // Settings may come from an address or a message.
      const found = `${(settings as {kind?: unknown}).kind}`;
      const remedy = 'Name a decoder as DecoderSettings does, e.g. {kind: "lda"}.';
      throw new AnalysisError("wrong-argument", {
        path: "decoder.kind",
        expected: "the name of a decoder",
        found,
        remedy
      });
    }
  }
}

/** Chooses, and lets the chosen learn from all: for each fold of the choice a candidate learned from nearly as many. */
async function fitBest(
  settings: DecoderSettings & {kind: "best-of"},
  training: TrainingTrials,
  {signal, onProgress}: LongTaskOptions
): Promise<FittedDecoder> {
  const fits = settings.candidates.length * (settings.folds ?? 5);
  const chosen = await bestCandidate(settings, training, fitDecoder, {
    signal,
    onProgress: (fraction) => onProgress?.((fraction * fits) / (fits + 1))
  });
  return fitDecoder(chosen, training, {
    signal,
    onProgress: (fraction) => onProgress?.((fits + fraction) / (fits + 1))
  });
}
