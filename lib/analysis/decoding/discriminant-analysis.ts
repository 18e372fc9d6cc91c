import {AnalysisError} from "../analysis-error.js";
import {
  cholesky,
  gramMatrixSteps,
  leastEigenvalue,
  leastNormSteps,
  type Matrix,
  matrixProduct,
  productWithTransposed,
  singularValueSteps,
  takeColumns,
  unwhiten,
  whiten,
  zeros
} from "../linear-algebra/index.js";
import {atOnce, type Steps} from "../long-task.js";
import {type ClassMeans, classMeans, withoutClassMeans} from "./class-means.js";
import type {TrainingTrials} from "./decoder.js";
import {shrunkWithinCovariance} from "./ledoit-wolf.js";
import {type LinearDecoder, linearDecoder} from "./linear-decoder.js";

/** Directions in which trials of a class differ less than this (of unit variance), or class means relatively, are none. */
const LEAST = 1e-4;

/**
 * Linear discriminant analysis: classes are normal with one covariance, estimated within classes (Hastie, Tibshirani
 * and Friedman, section 4.3). As scikit-learn's `LinearDiscriminantAnalysis`, with the solver `svd`; directions without
 * variance within classes (a constant unit, more units than trials) are left out.
 * @throws {AnalysisError} `too-few-data` unless there are more trials than classes
 */
export function fitDiscriminantAnalysis(training: TrainingTrials): LinearDecoder {
  return atOnce(discriminantAnalysisSteps(training));
}

/** {@link fitDiscriminantAnalysis} in steps. */
export function* discriminantAnalysisSteps(training: TrainingTrials): Steps<LinearDecoder> {
  const {trials, classes} = training;
  if (trials.rows <= classes) {
    throw new AnalysisError("too-few-data", {
      path: "trials",
      expected: `more than the ${classes} trials of which each is a class of its own`,
      found: `${trials.rows}`,
      remedy: "Show conditions more often, or pool some."
    });
  }
  const {means, sizes, priors, overall} = classMeans(training);
  yield 0;
  const within = withoutClassMeans(training, means);
  yield 0;
  const spread = columnDeviations(within);
  const units = Array.from(spread.keys()).filter((unit) => spread[unit] > 0);
  yield 0;
  const kept = takeColumns(within, units);
  const degrees = Math.sqrt(trials.rows - classes);
  for (let i = 0; i < kept.rows; ++i) {
    for (let j = 0; j < units.length; ++j) kept.values[i * units.length + j] /= spread[units[j]] * degrees;
  }
  const centred = zeros(classes, units.length);
  for (let k = 0; k < classes; ++k) {
    units.forEach((unit, j) => {
      const difference = means.values[k * means.columns + unit] - overall[unit];
      centred.values[k * units.length + j] = difference / spread[unit];
    });
  }
  const {white, back} = yield* whitening(kept, centred);
  yield 0.8;
  const weights = Float64Array.from(sizes, (size) => Math.sqrt(size / Math.max(1, classes - 1)));
  const projected = yield* ontoClassMeans(white, weights);
  yield 0.9;
  const unwhitened = back(projected);
  const coefficients = zeros(classes, trials.columns);
  const intercepts = new Float64Array(classes);
  for (let k = 0; k < classes; ++k) {
    let squares = 0;
    for (let j = 0; j < projected.columns; ++j) squares += projected.values[k * projected.columns + j] ** 2;
    intercepts[k] = Math.log(priors[k]) - squares / 2;
    units.forEach((unit, j) => {
      const coefficient = unwhitened.values[k * units.length + j] / spread[unit];
      coefficients.values[k * trials.columns + unit] = coefficient;
      intercepts[k] -= overall[unit] * coefficient;
    });
  }
  return linearDecoder(coefficients, intercepts);
}

/**
 * The same with a covariance that is shrunk, class by class, towards a diagonal one. As scikit-learn's solver `lsqr`
 * with `shrinkage="auto"`.
 */
export function fitShrunkDiscriminantAnalysis(training: TrainingTrials): LinearDecoder {
  return atOnce(shrunkDiscriminantAnalysisSteps(training));
}

/** {@link fitShrunkDiscriminantAnalysis} in steps. */
export function* shrunkDiscriminantAnalysisSteps(training: TrainingTrials): Steps<LinearDecoder> {
  const {means, priors, sizes}: ClassMeans = classMeans(training);
  yield 0;
  const deviations = withoutClassMeans(training, means);
  yield 0;
  const covariance = yield* shrunkWithinCovariance(deviations, training.labels, sizes);
  const coefficients = yield* leastNormSteps(covariance, means);
  const intercepts = Float64Array.from(priors, (prior, k) => {
    let product = 0;
    for (let j = 0; j < means.columns; ++j) {
      product += means.values[k * means.columns + j] * coefficients.values[k * means.columns + j];
    }
    return Math.log(prior) - product / 2;
  });
  return linearDecoder(coefficients, intercepts);
}

/** The rows in coordinates in which the given deviations have unit covariance, and the way back. */
function* whitening(deviations: Matrix, rows: Matrix): Steps<{white: Matrix; back: (rows: Matrix) => Matrix}> {
  const covariance = yield* gramMatrixSteps(deviations);
  yield 0.5;
  // Far from singular the Cholesky factor says the same as singular values do, in a tenth of the time.
  const factor = cholesky(covariance);
  yield 0.7;
  if (factor !== null && leastEigenvalue(factor) > 100 * LEAST * LEAST) {
    return {white: whiten(factor, rows), back: (white) => unwhiten(factor, white)};
  }
  const {singularValues, rightVectors} = yield* singularValueSteps(deviations, "largest");
  const rank = singularValues.filter((value) => value > LEAST).length;
  const directions = zeros(rank, deviations.columns);
  for (let position = 0; position < directions.values.length; ++position) {
    const value = singularValues[Math.floor(position / deviations.columns)];
    directions.values[position] = rightVectors.values[position] / value;
  }
  return {white: productWithTransposed(rows, directions), back: (white) => matrixProduct(white, directions)};
}

/**
 * The rows without what they hold along directions in which the weighted rows hardly differ.
 * @param weights such that the weighted rows, each times its weight, sum to 0
 */
function* ontoClassMeans(rows: Matrix, weights: Float64Array): Steps<Matrix> {
  if (rows.columns === 0) return rows;
  const weighted = {...rows, values: rows.values.map((value, at) => value * weights[Math.floor(at / rows.columns)])};
  if (haveFullRank(weighted, weights)) return rows;
  const {singularValues, rightVectors} = yield* singularValueSteps(weighted, "largest");
  const rank = singularValues.filter((value) => value > LEAST * singularValues[0]).length;
  const directions = {...rightVectors, rows: rank, values: rightVectors.values.slice(0, rank * rightVectors.columns)};
  return matrixProduct(productWithTransposed(rows, directions), directions);
}

/**
 * Whether rows that are bound by one equation, and no other, clearly differ in all other directions: once the products
 * of rows are filled up in the direction of the equation, they have a Cholesky factor.
 */
function haveFullRank(rows: Matrix, equation: Float64Array): boolean {
  if (rows.columns < rows.rows - 1) return false;
  const products = productWithTransposed(rows, rows);
  const n = rows.rows;
  let [trace, squares] = [0, 0];
  for (let k = 0; k < n; ++k) {
    trace += products.values[k * n + k];
    squares += equation[k] ** 2;
  }
  for (let at = 0; at < products.values.length; ++at) {
    products.values[at] += (trace * equation[Math.floor(at / n)] * equation[at % n]) / squares;
  }
  return cholesky(products, -100 * LEAST * LEAST * trace) !== null;
}

function columnDeviations({rows, columns, values}: Matrix): Float64Array {
  const mean = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; ++i) for (let j = 0; j < columns; ++j) mean[j] += values[at++] / rows;
  for (let i = 0, at = 0; i < rows; ++i) for (let j = 0; j < columns; ++j) squares[j] += (values[at++] - mean[j]) ** 2;
  return squares.map((value) => Math.sqrt(value / rows));
}
