import {matrixRows} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import type {Fit, TrainingTrials} from "./decoder.js";
import {scaled, scalingOf} from "./scaling.js";
import {takeTrials} from "./take-trials.js";

/**
 * What is predicted for each trial by a decoder that has not seen it: for each fold, the decoder is fitted on all other
 * trials. Also the scaling is that of the other trials.
 *
 * @example
 * const folds = stratifiedFolds(training.labels, 5);
 * const labels = await crossValidate(fitNearestCentroid, training, folds, {scale: false});
 *
 * @param folds the trials that each fold tests
 * @param scale whether each unit's counts are brought to mean 0 and standard deviation 1
 * @returns the class of each trial; −1 for trials that no fold tests
 */
export async function crossValidate(
  learn: Fit,
  all: TrainingTrials,
  folds: readonly ArrayLike<number>[],
  {scale = true, signal, onProgress}: LongTaskOptions & {scale?: boolean} = {}
): Promise<Int32Array> {
  const turn = takingTurns({signal, onProgress});
  const predictions = new Int32Array(all.trials.rows).fill(-1);
  for (const [index, fold] of folds.entries()) {
    await turn(index / folds.length);
    const tested = new Set(Array.from(fold));
    const others = Array.from(all.labels.keys()).filter((trial) => !tested.has(trial));
    const training = takeTrials(all, others);
    const scaling = scale ? scalingOf(training.trials) : null;
    const shown = scaling ? {...training, trials: scaled(training.trials, scaling)} : training;
    await turn(index / folds.length);
    const decoder = await learn(shown, {
      signal,
      onProgress: (fraction) => onProgress?.((index + fraction) / folds.length)
    });
    await turn((index + 1) / folds.length);
    const test = matrixRows(all.trials, fold);
    const labels = decoder.predict(scaling ? scaled(test, scaling) : test);
    for (let i = 0; i < fold.length; ++i) predictions[fold[i]] = labels[i];
  }
  await turn(1);
  return predictions;
}
