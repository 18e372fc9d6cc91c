import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  consecutiveFolds,
  crossValidate,
  type DecoderSettings,
  decode,
  fitDecoder,
  type Matrix,
  scaled,
  scalingOf,
  seededRandom,
  stratifiedFolds,
  type TrainingTrials
} from "../../../lib/analysis/index.js";
import {takeColumns} from "../../../lib/analysis/linear-algebra/index.js";
import {decoders} from "./every-decoder.js";
import {population, range, tagged} from "./population.js";

/** Cross-validation, by which a class is predicted for each trial that is tested. */
type Validate = (training: TrainingTrials, folds: readonly ArrayLike<number>[]) => Promise<ArrayLike<number>>;

/** Trials that are not easy to tell apart, and folds of them. */
function marked(seed: number): {training: TrainingTrials; folds: Int32Array[]} {
  const {trials, target} = population({signal: 2, trials: 30, seed});
  const labels = Int32Array.from(target, (value) => value / 45);
  return {training: {trials, labels, classes: 3}, folds: stratifiedFolds(target, 3)};
}

/**
 * Whether what is predicted for a trial depends on what it is tested with: on the counts of the others, or on the classes
 * of any.
 */
async function leaks(validate: Validate, training: TrainingTrials, fold: Int32Array): Promise<boolean> {
  const own = await validate(training, [fold]);
  const random = seededRandom(1);
  const labels = training.labels.slice();
  for (const trial of fold) labels[trial] = (labels[trial] + 1) % training.classes;
  for (const tested of fold) {
    const {rows, columns} = training.trials;
    const values = training.trials.values.slice();
    for (let unit = 0; unit < columns; ++unit) {
      const most = 10 ** (1 + 3 * random());
      for (const other of fold) if (other !== tested) values[other * columns + unit] = Math.floor(most * random());
    }
    const again = await validate({...training, trials: {rows, columns, values}, labels}, [fold]);
    if (again[tested] !== own[tested]) return true;
  }
  return false;
}

describe("cross-validation", () => {
  it("does not see the trials that are tested, with any decoder", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 1, max: 1000}), fc.constantFrom(...decoders), async (seed, [, decoder]) => {
        const {training, folds} = marked(seed);
        const validate: Validate = async ({trials, labels}, folds) =>
          (await decode(trials, labels, {decoder, folds})).predictions;
        expect(await leaks(validate, training, folds[0])).toBe(false);
      }),
      {numRuns: 20}
    );
  });

  // Discriminant analysis would not mind how counts are scaled.
  const learn = (training: TrainingTrials) => fitDecoder({kind: "nearest-centroid"}, training);
  it.each<[string, boolean, Validate]>([
    ["is not caught with a leak as it is", false, (training, folds) => crossValidate(learn, training, folds)],
    [
      "is caught where a decoder learns from all trials",
      true,
      (training, folds) => crossValidate(() => learn(training), training, folds)
    ],
    [
      "is caught where counts are scaled by all trials",
      true,
      ({trials, ...training}, folds) =>
        crossValidate(learn, {...training, trials: scaled(trials, scalingOf(trials))}, folds, {scale: false})
    ],
    [
      "is caught where the unit that varies most in all trials is chosen",
      true,
      ({trials, ...training}, folds) => {
        const {scale} = scalingOf(trials);
        const chosen = takeColumns(trials, [scale.indexOf(Math.max(...scale))]);
        return crossValidate(learn, {...training, trials: chosen}, folds);
      }
    ]
  ])("%s", async (_, isCaught, validate) => {
    const {training, folds} = marked(1);
    expect(await leaks(validate, training, folds[0])).toBe(isCaught);
  });

  it("shows each fold's decoder all trials that it does not test", async () => {
    const numbered = {rows: 12, columns: 1, values: Float64Array.from({length: 12}, (_, trial) => trial)};
    const folds = consecutiveFolds(12, 3);
    const seen: number[][] = [];
    const learn = ({trials}: TrainingTrials) => {
      seen.push([...trials.values]);
      return {predict: (tested: Matrix) => new Int32Array(tested.rows)};
    };
    await crossValidate(learn, {trials: numbered, labels, classes: 2}, folds, {scale: false});
    expect(seen).toEqual(folds.map((fold) => range(0, 12).filter((trial) => !fold.includes(trial))));
  });

  const labels = Int32Array.from({length: 12}, (_, trial) => trial % 2);

  it("scales by the training trials only", async () => {
    const values = Float64Array.from({length: 12}, (_, trial) => (trial < 4 ? 1e6 : trial));
    const means: number[] = [];
    const learn = ({trials}: {trials: Matrix}) => {
      means.push(trials.values.reduce((a, b) => a + b, 0) / trials.rows);
      expect(Math.max(...trials.values)).toBeLessThan(2);
      return {predict: (tested: Matrix) => new Int32Array(tested.rows)};
    };
    await crossValidate(learn, {trials: {rows: 12, columns: 1, values}, labels, classes: 2}, [[0, 1, 2, 3]]);
    expect(means[0]).toBeCloseTo(0, 12);
  });

  it("leaves trials that no fold tests without a prediction", async () => {
    const {trials, target} = population();
    const {predictions, accuracy, foldAccuracy} = await decode(trials, target, {folds: [[0, 1, 2]]});
    expect(predictions.filter((value) => !Number.isNaN(value))).toHaveLength(3);
    expect(foldAccuracy).toEqual([accuracy]);
  });

  it("chooses among settings within the training trials", async () => {
    const {trials, target} = population();
    const tooNarrow: DecoderSettings = {kind: "svm", kernel: "rbf", gamma: 1e6};
    const candidates: DecoderSettings[] = [tooNarrow, {kind: "logistic-regression", c: 0.1}];
    const {accuracy} = await decode(trials, target, {decoder: {kind: "best-of", candidates, folds: 3}});
    expect(accuracy).toBeGreaterThan(0.9);
    expect((await decode(trials, target, {decoder: tooNarrow})).accuracy).toBeLessThan(0.5);
    await expect(decode(trials, target, {decoder: {kind: "best-of", candidates: []}})).rejects.toEqual(
      tagged("wrong-argument")
    );
  });

  it("ends when it is cancelled, and tells how far it is", async () => {
    const {trials, target} = population({trials: 600, units: 40, classes: 6, signal: 1});
    const controller = new AbortController();
    const fractions: number[] = [];
    const work = decode(trials, target, {
      decoder: {kind: "logistic-regression"},
      signal: controller.signal,
      onProgress: (fraction) => {
        fractions.push(fraction);
        if (fractions.length === 2) controller.abort(new Error("enough"));
      }
    });
    await expect(work).rejects.toThrow("enough");
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    await expect(decode(trials, target, {signal: AbortSignal.abort(new Error("before"))})).rejects.toThrow("before");
  });
});
