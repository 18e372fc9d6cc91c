import {AnalysisError} from "../analysis-error.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {classesOf, classSizes} from "./classes.js";

/** The trials that each fold tests, ascending. */
export type Folds = Int32Array[];

/**
 * Folds that each hold about as many trials of every class, in the order of the trials; those of scikit-learn's
 * `StratifiedKFold`.
 * @param target what is decoded, trial by trial
 * @param random shuffles which trials of a class go to which fold; without it they go in order
 * @throws {AnalysisError} `too-few-data` if no class has a trial for each fold
 */
export function stratifiedFolds(target: ArrayLike<number>, folds: number, random?: RandomSource): Folds {
  const {values, labels} = classesOf(target);
  const sizes = classSizes(labels, values.length);
  requireFolds(
    folds,
    sizes.reduce((a, b) => Math.max(a, b), 0),
    "trials of some class"
  );
  // Round robin over the trials sorted by class, classes in the order in which they appear.
  const appearance = [...new Set(labels)];
  const foldOf = new Int32Array(labels.length);
  let dealt = 0;
  for (const label of appearance) {
    const counts = new Int32Array(folds);
    for (let i = 0; i < sizes[label]; ++i) ++counts[dealt++ % folds];
    const order = Array.from(counts, (count, fold) => new Array<number>(count).fill(fold)).flat();
    if (random) shuffle(order, random);
    for (let trial = 0, next = 0; trial < labels.length; ++trial) {
      if (labels[trial] === label) foldOf[trial] = order[next++];
    }
  }
  return gathered(foldOf, folds);
}

/**
 * Folds of consecutive trials, the first ones longer by one if need be; those of scikit-learn's `KFold`.
 * @throws {AnalysisError} `wrong-argument` if a number is not whole, or there are fewer than two folds; `too-few-data` for
 * fewer trials than folds
 */
export function consecutiveFolds(trials: number, folds: number): Folds {
  if (!(Number.isInteger(trials) && trials >= 0)) {
    const [expected, found] = ["a number of trials", `${trials}`];
    throw new AnalysisError("wrong-argument", {path: "trials", expected, found, remedy: "Give how many there are."});
  }
  requireFolds(folds, trials, "trials");
  const foldOf = new Int32Array(trials);
  for (let trial = 0, fold = 0, left = 0; trial < trials; ++trial, --left) {
    if (left === 0) left = Math.floor(trials / folds) + (fold++ < trials % folds ? 1 : 0);
    foldOf[trial] = fold - 1;
  }
  return gathered(foldOf, folds);
}

/**
 * Folds that never part the trials of a block, so that what drifts slowly from block to block cannot help to decode;
 * those of scikit-learn's `GroupKFold`: the largest block first, to the fold with fewest trials.
 * @param blocks the block of each trial
 * @param folds as many as there are blocks, if not given
 */
export function blockFolds(blocks: ArrayLike<number>, folds?: number): Folds {
  const {values, labels} = classesOf(blocks);
  const count = folds ?? values.length;
  requireFolds(count, values.length, "blocks");
  const sizes = classSizes(labels, values.length);
  // The largest first; of equals the last, as numpy's sort turned around has them.
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || b - a);
  const load = new Float64Array(count);
  const foldOfBlock = new Int32Array(values.length);
  for (const block of order) {
    let lightest = 0;
    for (let fold = 1; fold < count; ++fold) if (load[fold] < load[lightest]) lightest = fold;
    load[lightest] += sizes[block];
    foldOfBlock[block] = lightest;
  }
  return gathered(
    labels.map((block) => foldOfBlock[block]),
    count
  );
}

/**
 * Folds as given, once it is sure that there are some, and that they name trials, and none twice.
 * @throws {AnalysisError} `wrong-argument`
 */
export function givenFolds(folds: readonly ArrayLike<number>[], trials: number): Folds {
  if (folds.length === 0) {
    const [expected, remedy] = ["one fold or more", "Name the rows to test."];
    throw new AnalysisError("wrong-argument", {path: "folds", expected, found: "none", remedy});
  }
  const seen = new Set<number>();
  return folds.map((fold) =>
    Int32Array.from(fold, (trial) => {
      if (!(Number.isInteger(trial) && trial >= 0 && trial < trials) || seen.has(trial)) {
        const found = seen.has(trial) ? `${trial} twice` : `${trial}`;
        const expected = `each trial from 0 to ${trials - 1} once at most`;
        throw new AnalysisError("wrong-argument", {path: "folds", expected, found, remedy: "Name the rows to test."});
      }
      seen.add(trial);
      return trial;
    })
  );
}

/** Brings a list into random order, in place (Fisher and Yates). */
export function shuffle(list: {[index: number]: number; length: number}, random: RandomSource): void {
  for (let last = list.length - 1; last > 0; --last) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}

function gathered(foldOf: Int32Array, folds: number): Folds {
  const trials = Array.from({length: folds}, () => [] as number[]);
  foldOf.forEach((fold, trial) => {
    trials[fold].push(trial);
  });
  return trials.map((own) => Int32Array.from(own));
}

function requireFolds(folds: number, most: number, what: string): void {
  if (Number.isInteger(folds) && folds >= 2 && folds <= most) return;
  const tag = folds > most ? "too-few-data" : "wrong-argument";
  const remedy = "Choose fewer folds, or conditions that were shown more often.";
  throw new AnalysisError(tag, {
    path: "folds",
    expected: `2 to ${most} folds, the number of ${what}`,
    found: `${folds}`,
    remedy
  });
}
