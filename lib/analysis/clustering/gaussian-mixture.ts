import {AnalysisError} from "../analysis-error.js";
import {
  asFiniteMatrix,
  type Cholesky,
  cholesky,
  type Matrix,
  type MatrixLike,
  whiten,
  zeros
} from "../linear-algebra/index.js";
import {atOnce, type Steps} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {requireClusters} from "./cluster-count.js";
import {kMeansSteps} from "./k-means.js";

/** The normal distributions that make a mixture. */
export interface MixtureParameters {
  /** The share of each; they sum to 1. */
  weights: ArrayLike<number>;
  /** Distributions × columns. */
  means: Matrix;
  /** The covariance of each, columns × columns. */
  covariances: readonly Matrix[];
}

/** How a mixture is fitted. */
export interface GaussianMixtureOptions {
  /** Whether columns may covary within a distribution; "full" by default. */
  covariance?: "full" | "diagonal";
  /** Where the search begins; by default at clusters of k-means. */
  initial?: MixtureParameters;
  /** For k-means, where nothing else is given to begin with. */
  random?: RandomSource;
  /** What is added to variances, so that none is 0; 1e-6 by default. */
  regularization?: number;
  /** The change of the mean log likelihood at which to stop; 1e-3 by default. */
  tolerance?: number;
  /** 100 by default. */
  maxSteps?: number;
}

/** A fitted mixture. */
export interface GaussianMixture extends MixtureParameters {
  weights: Float64Array;
  /** The most probable distribution of each row. */
  labels: Int32Array;
  /** Rows × distributions: how probable each is. */
  responsibilities: Matrix;
  /** The mean over rows of the log likelihood. */
  logLikelihood: number;
  /** Bayesian and Akaike's information criterion: less is better. */
  bic: number;
  aic: number;
  converged: boolean;
  steps: number;
}

const EPSILON = 2.220446049250313e-16;

/**
 * A mixture of normal distributions by expectation and maximization, with the rules of scikit-learn's `GaussianMixture`.
 *
 * @example
 * const {labels, bic} = gaussianMixture(features, 2, {random: seededRandom(1)});
 *
 * @throws {AnalysisError} `wrong-argument` for NaN, or neither a start nor a random source; `wrong-shape` for a start with
 * another number of distributions or of columns; `too-few-data` for more
 * distributions than rows, or a distribution that shrinks to nothing
 */
export function gaussianMixture(input: MatrixLike, count: number, options: GaussianMixtureOptions): GaussianMixture {
  return atOnce(gaussianMixtureSteps(input, count, options));
}

/** {@link gaussianMixture} in steps; how far they are is not told. */
export function* gaussianMixtureSteps(
  input: MatrixLike,
  count: number,
  {
    covariance = "full",
    initial,
    random,
    regularization = 1e-6,
    tolerance = 1e-3,
    maxSteps = 100
  }: GaussianMixtureOptions
): Steps<GaussianMixture> {
  const data = asFiniteMatrix(input, "data");
  requireClusters(count, data.rows);
  const maximize = (responsibilities: Matrix) => maximized(data, responsibilities, covariance, regularization);
  if (initial) requireStart(initial, count, data.columns);
  let parameters = initial ?? maximize(yield* hardLabels(data, count, random));
  let last = Number.NEGATIVE_INFINITY;
  let converged = false;
  let steps = 0;
  while (steps < maxSteps && !converged) {
    ++steps;
    yield 0;
    const {responsibilities, logLikelihood} = expected(data, parameters);
    parameters = maximize(responsibilities);
    converged = Math.abs(logLikelihood - last) < tolerance;
    last = logLikelihood;
  }
  const {responsibilities, logLikelihood} = expected(data, parameters);
  const {rows, columns} = data;
  const perCovariance = covariance === "full" ? (columns * (columns + 1)) / 2 : columns;
  const free = count * perCovariance + count * columns + count - 1;
  return {
    ...parameters,
    weights: Float64Array.from(parameters.weights),
    labels: Int32Array.from({length: rows}, (_, row) => {
      const own = responsibilities.values.subarray(row * count, (row + 1) * count);
      return own.indexOf(own.reduce((a, b) => Math.max(a, b), 0));
    }),
    responsibilities,
    logLikelihood,
    bic: -2 * logLikelihood * rows + free * Math.log(rows),
    aic: -2 * logLikelihood * rows + 2 * free,
    converged,
    steps
  };
}

function requireStart({weights, means, covariances}: MixtureParameters, count: number, columns: number): void {
  const fits = ({rows, columns: wide}: Matrix, expectedRows: number) => rows === expectedRows && wide === columns;
  const all = [weights.length, means.rows, covariances.length];
  if (all.every((n) => n === count) && fits(means, count) && covariances.every((own) => fits(own, columns))) return;
  throw new AnalysisError("wrong-shape", {
    path: "initial",
    expected: `${count} weights, means and covariances, of ${columns} columns`,
    found: `${all.join(", ")}, of ${means.columns}`,
    remedy: "Begin with as many distributions as are asked for."
  });
}

function* hardLabels(data: Matrix, count: number, random?: RandomSource): Steps<Matrix> {
  if (!random) {
    const [expected, remedy] = ["a start or a random source", "Give seededRandom(seed) as random."];
    throw new AnalysisError("wrong-argument", {path: "random", expected, found: "neither", remedy});
  }
  const responsibilities = zeros(data.rows, count);
  const {labels} = yield* kMeansSteps(data, count, {random});
  labels.forEach((label, row) => {
    responsibilities.values[row * count + label] = 1;
  });
  return responsibilities;
}

/** How probable each distribution is for each row, and the mean log likelihood of rows. */
function expected(
  data: Matrix,
  {weights, means, covariances}: MixtureParameters
): {responsibilities: Matrix; logLikelihood: number} {
  const {rows, columns, values} = data;
  const count = means.rows;
  const result = zeros(rows, count);
  covariances.forEach((covariance, k) => {
    const factor: Cholesky | null = cholesky(covariance);
    if (factor === null) {
      const [expected, found] = ["distributions with some width", `one without, number ${k}`];
      const remedy = "Ask for fewer distributions, or regularize more.";
      throw new AnalysisError("too-few-data", {path: "covariances", expected, found, remedy});
    }
    const mean = means.values.subarray(k * columns, (k + 1) * columns);
    const white = whiten(factor, {...data, values: values.map((value, at) => value - mean[at % columns])});
    const constant = Math.log(weights[k]) - (columns * Math.log(2 * Math.PI) + factor.logDeterminant) / 2;
    for (let row = 0; row < rows; ++row) {
      let squares = 0;
      for (let j = 0; j < columns; ++j) squares += white.values[row * columns + j] ** 2;
      result.values[row * count + k] = constant - squares / 2;
    }
  });
  let total = 0;
  for (let row = 0; row < rows; ++row) {
    const own = result.values.subarray(row * count, (row + 1) * count);
    const most = own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const log = most + Math.log(own.reduce((sum, value) => sum + Math.exp(value - most), 0));
    total += log;
    for (let k = 0; k < count; ++k) own[k] = Math.exp(own[k] - log);
  }
  return {responsibilities: result, logLikelihood: total / rows};
}

/** The distributions that are most likely, given which rows are theirs. */
function maximized(
  {rows, columns, values}: Matrix,
  responsibilities: Matrix,
  kind: "full" | "diagonal",
  regularization: number
): MixtureParameters {
  const count = responsibilities.columns;
  const weights = new Float64Array(count);
  const means = zeros(count, columns);
  const covariances: Matrix[] = [];
  for (let k = 0; k < count; ++k) {
    let size = 10 * EPSILON;
    const mean = means.values.subarray(k * columns, (k + 1) * columns);
    for (let row = 0; row < rows; ++row) {
      const share = responsibilities.values[row * count + k];
      size += share;
      for (let j = 0; j < columns; ++j) mean[j] += share * values[row * columns + j];
    }
    for (let j = 0; j < columns; ++j) mean[j] /= size;
    const covariance = zeros(columns, columns);
    for (let row = 0; row < rows; ++row) {
      const share = responsibilities.values[row * count + k] / size;
      if (share === 0) continue;
      for (let i = 0; i < columns; ++i) {
        const weighted = share * (values[row * columns + i] - mean[i]);
        const from = kind === "full" ? 0 : i;
        for (let j = from; j <= i; ++j) {
          covariance.values[i * columns + j] += weighted * (values[row * columns + j] - mean[j]);
        }
      }
    }
    for (let i = 0; i < columns; ++i) {
      covariance.values[i * columns + i] += regularization;
      for (let j = 0; j < i; ++j) covariance.values[j * columns + i] = covariance.values[i * columns + j];
    }
    weights[k] = size / rows;
    covariances.push(covariance);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {weights: weights.map((weight) => weight / total), means, covariances};
}
