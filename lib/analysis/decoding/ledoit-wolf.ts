import {dot, gramMatrixSteps, type Matrix, matrixRows, zeros} from "../linear-algebra/index.js";
import type {Steps} from "../long-task.js";

/**
 * The covariance within classes, each class's own shrunk towards a diagonal one by the rule of Ledoit and Wolf (2004)
 * for data scaled to unit variance, weighted by the classes' shares. A class with one member adds nothing.
 * @param deviations trials × units, without the means of their classes
 */
export function* shrunkWithinCovariance(deviations: Matrix, labels: Int32Array, sizes: Int32Array): Steps<Matrix> {
  const {rows, columns} = deviations;
  const members = Array.from(sizes, () => [] as number[]);
  labels.forEach((label, trial) => {
    members[label].push(trial);
  });
  const weighted = zeros(rows, columns);
  const diagonal = new Float64Array(columns);
  for (const trials of members) {
    const own = matrixRows(deviations, trials);
    const prior = trials.length / rows;
    const deviation = columnDeviations(own);
    const standard = {...own, values: own.values.map((value, at) => value / deviation[at % columns])};
    const {shrinkage, meanVariance} = yield* ledoitWolf(standard);
    const weight = Math.sqrt((prior * (1 - shrinkage)) / trials.length);
    trials.forEach((trial, i) => {
      for (let j = 0; j < columns; ++j) {
        weighted.values[trial * columns + j] = weight * own.values[i * columns + j];
      }
    });
    for (let j = 0; j < columns; ++j) diagonal[j] += prior * shrinkage * meanVariance * deviation[j] ** 2;
  }
  const covariance = yield* gramMatrixSteps(weighted);
  for (let j = 0; j < columns; ++j) covariance.values[j * columns + j] += diagonal[j];
  return covariance;
}

/**
 * How far the covariance of rows with mean 0 is to be shrunk towards `meanVariance` times the identity (Ledoit and Wolf
 * 2004, lemma 3.2 and section 3.3).
 */
export function* ledoitWolf(rows: Matrix): Steps<{shrinkage: number; meanVariance: number}> {
  const {rows: n, columns: p, values} = rows;
  let squares = 0;
  let fourth = 0;
  let products = 0;
  for (let i = 0; i < n; ++i) {
    yield 0;
    const length = dot(values, i * p, values, i * p, p);
    squares += length;
    fourth += length * length;
    // The squares of all covariances sum to those of all products of rows.
    products += length * length;
    for (let k = 0; k < i; ++k) products += 2 * dot(values, i * p, values, k * p, p) ** 2;
  }
  const meanVariance = squares / n / p;
  if (p === 1) return {shrinkage: 0, meanVariance};
  const norm = products / (n * n);
  const distance = (norm - p * meanVariance ** 2) / p;
  const error = Math.min((fourth / n - norm) / (p * n), distance);
  return {shrinkage: error === 0 ? 0 : error / distance, meanVariance};
}

/** Standard deviations of columns with mean 0; 1 for a column of zeros. */
function columnDeviations({rows, columns, values}: Matrix): Float64Array {
  const squares = new Float64Array(columns);
  for (let at = 0; at < values.length; ++at) squares[at % columns] += values[at] ** 2;
  return squares.map((value) => Math.sqrt(value / rows) || 1);
}
