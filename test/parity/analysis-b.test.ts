import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {
  consecutiveFolds,
  type DecoderSettings,
  decode,
  fitDiscriminantAnalysis,
  fitLogisticRegression,
  fitShrunkDiscriminantAnalysis,
  fitSupportVectorMachine,
  type LinearDecoder,
  scaled,
  scalingOf,
  stratifiedFolds,
  type TrainingTrials
} from "../../lib/analysis/decoding/index.js";
import {type Matrix, takeRows} from "../../lib/analysis/linear-algebra/index.js";
import {type GoldenSession, goldenSessions, loadGolden, type Recorded} from "./golden.js";

/** Closed forms and fits of a convex loss: of the largest number in the table, or of each number where it is not near 0. */
const CLOSED = 1e-9;
const CONVEX = 1e-6;

const matrix = (rows: number[][]): Matrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat())
});

/** Each number relative to itself; numbers that are sums of larger ones cannot be nearer than those allow. */
function expectNear(actual: ArrayLike<number>, recorded: Recorded, tolerance: number, what: string): void {
  const expected: number[] = recorded.flat(2);
  expect(actual.length, what).toBe(expected.length);
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value);
    expect(error, `${what}, value ${i}: ${actual[i]} for ${value}`).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(value), 1e-3 * largest)
    );
  });
}

const recordedDecodings = (session: GoldenSession): string[] =>
  ["orientation", "axis", "image"].filter((name) => existsSync(`${session.golden}/analysis_decoding_${name}.json`));

describe.each(goldenSessions)("decoding of $name equals scikit-learn's", (session) => {
  describe.each(recordedDecodings(session))("%s", (name) => {
    const recorded = loadGolden(session, `analysis_decoding_${name}`);
    const trials = matrix(recorded.counts);
    const target: number[] = recorded.target;

    it.each<[string, DecoderSettings]>([
      ["lda_svd", {kind: "lda"}],
      ["lda_lsqr_shrinkage_auto", {kind: "lda", shrinkage: "ledoit-wolf"}],
      ["logistic_multinomial", {kind: "logistic-regression"}],
      ["svc_linear", {kind: "svm", kernel: "linear"}],
      ["svc_rbf_scale", {kind: "svm", kernel: "rbf"}]
    ])("%s: every prediction, the accuracy of each fold and the confusion matrix", async (model, decoder) => {
      const own = await decode(trials, target, {decoder, folds: recorded.folds});
      const {predictions, fold_accuracy, accuracy, confusion} = recorded.models[model];
      expect(own.classes).toEqual(recorded.classes);
      expect(Array.from(own.predictions)).toEqual(predictions);
      expectNear(own.foldAccuracy, fold_accuracy, CLOSED, "accuracy of folds");
      expectNear([own.accuracy], [accuracy], CLOSED, "accuracy");
      expect(Array.from(own.confusion.values)).toEqual(confusion.flat());
    });

    it("unscaled counts, folds of consecutive trials and a kernel of radial basis", async () => {
      const {predictions, accuracy} = recorded.models.quickstart_svc_rbf_unscaled_kfold;
      const folds = consecutiveFolds(target.length, 5);
      const own = await decode(trials, target, {decoder: {kind: "svm", kernel: "rbf"}, folds, scale: false});
      expect(Array.from(own.predictions)).toEqual(predictions);
      expectNear([own.accuracy], [accuracy], CLOSED, "accuracy");
    });

    const first = firstFold(recorded, trials, target);

    it("the scaling of the training trials", () => {
      const {scaler_mean, scaler_scale} = recorded.models.lda_svd.fold_0;
      expectNear(first.scaling.mean, scaler_mean, CLOSED, "mean");
      expectNear(first.scaling.scale, scaler_scale, CLOSED, "scale");
    });

    it.each<[string, (training: TrainingTrials) => LinearDecoder | Promise<LinearDecoder>, number]>([
      ["lda_svd", fitDiscriminantAnalysis, CLOSED],
      ["lda_lsqr_shrinkage_auto", fitShrunkDiscriminantAnalysis, CLOSED],
      ["logistic_multinomial", (training) => fitLogisticRegression(training), CONVEX]
    ])("%s: coefficients, intercepts and probabilities of the first fold", async (model, learn, tolerance) => {
      const own = await learn(first.training);
      const {coef, intercept, probabilities_first_5} = recorded.models[model].fold_0;
      expectNear(own.coefficients.values, coef, tolerance, "coefficients");
      expectNear(own.intercepts, intercept, tolerance, "intercepts");
      const five = takeRows(first.tested, [0, 1, 2, 3, 4]);
      expectNear(own.probabilities(five).values, probabilities_first_5, 10 * tolerance, "probabilities");
    });

    it.each([["svc_linear", "linear"] as const, ["svc_rbf_scale", "rbf"] as const])(
      "%s: machines, decisions and numbers of support vectors of the first fold",
      async (model, kernel) => {
        const own = await fitSupportVectorMachine(first.training, {kernel});
        const {intercept_pairs, n_support, ovo_decision_first_5, coef_pairs, gamma} = recorded.models[model].fold_0;
        const five = takeRows(first.tested, [0, 1, 2, 3, 4]);
        expectSmall(own.decisions(five).values, ovo_decision_first_5, 1e-4);
        expectSmall(
          own.pairs.slice(0, intercept_pairs.length).map((pair) => pair.intercept),
          intercept_pairs,
          1e-4
        );
        if (gamma !== undefined) expectNear([own.gamma], [gamma], CLOSED, "gamma");
        expect(supportVectors(own.pairs, first.training)).toEqual(n_support);
        (coef_pairs ?? []).forEach((coef: number[], pair: number) => {
          const weights = new Float64Array(coef.length);
          const {trials: support, coefficients} = own.pairs[pair];
          support.forEach((trial, s) => {
            for (let j = 0; j < coef.length; ++j) {
              weights[j] += coefficients[s] * first.training.trials.values[trial * coef.length + j];
            }
          });
          expectSmall(weights, coef, 1e-5);
        });
      }
    );
  });

  it("stratified folds are those that were recorded, or as even", () => {
    const {target, folds} = loadGolden(session, "analysis_decoding_orientation");
    const own = stratifiedFolds(target, folds.length);
    expect(own.map((fold) => fold.length)).toEqual(folds.map((fold: number[]) => fold.length));
  });
});

/** Support vector machines are iterated until conditions hold to 1e-6, not their weights. */
function expectSmall(actual: ArrayLike<number>, recorded: Recorded, tolerance: number): void {
  const expected: number[] = recorded.flat();
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i] - value), `${i}: ${actual[i]} for ${value}`).toBeLessThanOrEqual(tolerance);
  });
}

function supportVectors(pairs: {trials: Int32Array}[], {labels, classes}: TrainingTrials): number[] {
  const used = new Set(pairs.flatMap(({trials}) => Array.from(trials)));
  const counts = new Array<number>(classes).fill(0);
  for (const trial of used) ++counts[labels[trial]];
  return counts;
}

function firstFold(recorded: Recorded, trials: Matrix, target: number[]) {
  const tested: number[] = recorded.folds[0];
  const others = target.map((_, trial) => trial).filter((trial) => !tested.includes(trial));
  const scaling = scalingOf(takeRows(trials, others));
  const labels = Int32Array.from(others, (trial) => recorded.classes.indexOf(target[trial]));
  const training = {trials: scaled(takeRows(trials, others), scaling), labels, classes: recorded.classes.length};
  return {training, tested: scaled(takeRows(trials, tested), scaling), scaling};
}
