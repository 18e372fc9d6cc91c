import {AnalysisError} from "../analysis-error.js";
import type {LongTaskOptions} from "../long-task.js";
import {crossValidate} from "./cross-validate.js";
import type {DecoderSettings, FittedDecoder, TrainingTrials} from "./decoder.js";
import {stratifiedFolds} from "./folds.js";

/**
 * The candidate that decodes the training trials best, by cross-validation within them; of equals the first.
 * @param learn lets one of them learn
 * @throws {AnalysisError} `wrong-argument` if there is none; `too-few-data` if no class has a trial for each fold
 */
export async function bestCandidate(
  {candidates, folds = 5}: {candidates: readonly DecoderSettings[]; folds?: number},
  training: TrainingTrials,
  learn: (settings: DecoderSettings, training: TrainingTrials, options: LongTaskOptions) => Promise<FittedDecoder>,
  {signal, onProgress}: LongTaskOptions = {}
): Promise<DecoderSettings> {
  if (candidates.length === 0) {
    const [expected, remedy] = ["one decoder or more", "Name what to choose from."];
    throw new AnalysisError("wrong-argument", {path: "candidates", expected, found: "none", remedy});
  }
  const split = stratifiedFolds(training.labels, folds);
  let [best, most] = [candidates[0], -1];
  for (const [index, settings] of candidates.entries()) {
    const predictions = await crossValidate((some, options) => learn(settings, some, options), training, split, {
      scale: false, // the training trials are scaled already, or are not to be
      signal,
      onProgress: (fraction) => onProgress?.((index + fraction) / candidates.length)
    });
    const right = predictions.reduce((sum, label, trial) => sum + (label === training.labels[trial] ? 1 : 0), 0);
    if (right > most) [best, most] = [settings, right];
  }
  return best;
}
