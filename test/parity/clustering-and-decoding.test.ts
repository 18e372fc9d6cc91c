import {existsSync} from "node:fs";
import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {
  adjustedRandIndex,
  type FeatureSource,
  gaussianMixture,
  kMeans,
  principalComponents,
  silhouette,
  unitFeatures,
  waveformFeatures
} from "../../lib/analysis/clustering/index.js";
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
import {type Matrix, matrixRows, takeColumns} from "../../lib/analysis/linear-algebra/index.js";
import {columnValues} from "../../lib/index.js";
import {expectClose} from "./compare.js";
import {type GoldenSession, goldenSessions, loadGolden, openGolden, type Recorded} from "./golden.js";

/** Closed forms, each number relative to itself. */
const CLOSED = 1e-9;
/** Fits of a convex loss; relative, too. */
const CONVEX = 1e-6;
/**
 * Support vector machines are relative to the largest number of a table: those that were recorded were iterated until
 * conditions hold, and differ by up to 9e-7 of it from the optimum (ours with a tolerance of 1e-10).
 */
const ITERATED = 1;

const matrix = (rows: number[][]): Matrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat())
});

/**
 * @param floor a number is not held to be nearer than one that is this share of the largest. Both fits end where a gradient
 * is small, not where a coefficient is exact: what of one is near 0 is left over from larger ones.
 */
function expectNear(
  actual: ArrayLike<number>,
  recorded: Recorded,
  tolerance: number,
  what: string,
  floor = tolerance === CONVEX ? 1e-3 : 0
): void {
  const expected: number[] = recorded.flat(2);
  expect(actual.length, what).toBe(expected.length);
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value);
    expect(error, `${what}, value ${i}: ${actual[i]} for ${value}`).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(value), floor * largest)
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
      const five = matrixRows(first.tested, [0, 1, 2, 3, 4]);
      expectNear(own.probabilities(five).values, probabilities_first_5, tolerance, "probabilities");
    });

    it.each([["svc_linear", "linear"] as const, ["svc_rbf_scale", "rbf"] as const])(
      "%s: machines, decisions and numbers of support vectors of the first fold",
      async (model, kernel) => {
        const own = await fitSupportVectorMachine(first.training, {kernel});
        const {intercept_pairs, n_support, ovo_decision_first_5, coef_pairs, gamma} = recorded.models[model].fold_0;
        const five = matrixRows(first.tested, [0, 1, 2, 3, 4]);
        expectNear(own.decisions(five).values, ovo_decision_first_5, CONVEX, "decisions", ITERATED);
        const intercepts = own.pairs.slice(0, intercept_pairs.length).map((pair) => pair.intercept);
        expectNear(intercepts, intercept_pairs, CONVEX, "intercepts", ITERATED);
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
          expectNear(weights, coef, CONVEX, "weights", ITERATED);
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

describe.each(goldenSessions)("clustering of $name equals scikit-learn's", (golden) => {
  const recorded = loadGolden(golden, "analysis_clustering");
  const features = matrix(recorded.features);
  const standard = scaled(features, scalingOf(features));

  it("features of the waveform on the peak channel", async () => {
    const {unit_ids, rows} = loadGolden(golden, "analysis_waveform_features");
    const sources = await featureSources(golden, unit_ids);
    rows.forEach((row: Recorded, index: number) => {
      const {waveform, samplingRate} = sources[index];
      const own = waveformFeatures(waveform, samplingRate);
      expect([own.troughIndex, own.peakIndex]).toEqual([row.trough_index, row.peak_index]);
      expect(own.troughAmplitude).toBe(row.trough_amplitude);
      expect(own.peakAmplitude).toBe(row.peak_amplitude);
      const {duration, halfWidth, peakToTroughRatio} = own;
      const expected = [row.duration_ms, row.half_width_ms, row.pt_ratio].map((value) =>
        value === "NaN" ? NaN : value
      );
      [duration, halfWidth, peakToTroughRatio].forEach((value, i) => {
        expectClose(value, expected[i], CLOSED, `unit ${unit_ids[index]}, value ${i}`);
      });
    });
  });

  it("the table of features", async () => {
    const sources = await featureSources(golden, recorded.unit_ids, recorded.seconds);
    const own = await unitFeatures(sources, recorded.feature_names);
    recorded.features.flat().forEach((value: number, at: number) => {
      expectClose(own.values[at], value, CLOSED, `value ${at}`);
    });
  });

  it("standardized features", () => {
    expectNear(standard.values, recorded.standardized, CLOSED, "standardized");
  });

  it("principal components, up to sign", async () => {
    const own = await principalComponents(standard);
    const {explained_variance, explained_variance_ratio, components, scores} = recorded.pca;
    const count = explained_variance.length;
    expectNear(own.variance.subarray(0, count), explained_variance, CLOSED, "variance");
    expectNear(own.varianceRatio.subarray(0, count), explained_variance_ratio, CLOSED, "share of variance");
    components.forEach((component: number[], k: number) => {
      const mine = own.components.values.subarray(k * component.length, (k + 1) * component.length);
      const sign = Math.sign(component.reduce((sum, value, j) => sum + value * mine[j], 0));
      expectNear(mine, [component.map((value) => sign * value)], CLOSED, `component ${k}`);
      const projected = scores.map((row: number[]) => sign * row[k]);
      const ownScores = takeColumns(own.scores, [k]).values;
      expectNear(ownScores, [projected], CLOSED, `scores of component ${k}`);
    });
  });

  it.each<Recorded>(recorded.kmeans)("k-means into $k clusters, and its silhouette", (expected: Recorded) => {
    const own = kMeans(standard, expected.k, {initialRows: expected.init_rows});
    expect(Array.from(own.labels)).toEqual(expected.labels);
    expectNear(own.centers.values, expected.centers, CLOSED, "centers");
    expectNear([own.inertia], [expected.inertia], CLOSED, "inertia");
    const {samples, mean} = silhouette(standard, own.labels);
    expectNear(samples, expected.silhouette_samples, CLOSED, "silhouette of units");
    expectNear([mean], [expected.silhouette], CLOSED, "silhouette");
    expect(adjustedRandIndex(own.labels, expected.labels)).toBe(1);
  });

  it("Gaussian mixtures, full and diagonal", () => {
    for (const expected of recorded.gaussian_mixture) {
      const columns = expected.features.map((name: string) => recorded.feature_names.indexOf(name));
      const data = takeColumns(standard, columns);
      const identity = matrix(columns.map((_: number, i: number) => columns.map((_: number, j: number) => +(i === j))));
      const means = matrix(expected.means_init);
      const own = gaussianMixture(data, means.rows, {
        covariance: expected.covariance_type === "full" ? "full" : "diagonal",
        initial: {weights: expected.weights_init, means, covariances: Array.from({length: means.rows}, () => identity)},
        regularization: expected.reg_covar,
        tolerance: expected.tol
      });
      expect(own.steps).toBe(expected.n_iter);
      expect(own.converged).toBe(expected.converged);
      expect(Array.from(own.labels)).toEqual(expected.labels);
      expectNear(own.weights, expected.weights, CONVEX, "weights");
      expectNear(own.means.values, expected.means, CONVEX, "means");
      own.covariances.forEach(({values}, k) => {
        const covariance = expected.covariances[k].flat();
        const kept =
          covariance.length === values.length ? values : values.filter((_, at) => at % (columns.length + 1) === 0);
        expectNear(kept, [covariance], CONVEX, "covariances");
      });
      expectNear([own.logLikelihood], [expected.score], CONVEX, "log likelihood");
      expectNear([own.bic, own.aic], [expected.bic, expected.aic], CONVEX, "criteria");
    }
  });
});

/** What the features of units are made of: waveforms on peak channels, and spikes. */
async function featureSources(golden: GoldenSession, ids: number[], seconds = 1): Promise<FeatureSource[]> {
  const session = await openGolden(golden);
  const [units, probes] = [await session.units(), await session.probes()];
  const [waveforms, trains] = [await session.meanWaveforms(ids), await session.spikeTimes(ids)];
  const column = (table: ColumnTable, name: string) => Array.from(columnValues<number>(table, name));
  const [unitIds, peaks, probeIds] = ["unit_id", "peak_channel_id", "probe_id"].map((name) => column(units, name));
  const probeRows = column(probes, "id");
  const rates = column(probes, "sampling_rate");
  const sources = ids.map((id) => {
    const row = unitIds.indexOf(id);
    return {
      waveform: waveforms.get(id)!.sel("channel_id", peaks[row]).values,
      samplingRate: rates[probeRows.indexOf(probeIds[row])],
      train: trains.get(id)!,
      seconds
    };
  });
  session.close();
  return sources;
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
  const scaling = scalingOf(matrixRows(trials, others));
  const labels = Int32Array.from(others, (trial) => recorded.classes.indexOf(target[trial]));
  const training = {trials: scaled(matrixRows(trials, others), scaling), labels, classes: recorded.classes.length};
  return {training, tested: scaled(matrixRows(trials, tested), scaling), scaling};
}
