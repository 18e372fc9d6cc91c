import {type Matrix, zeros} from "../linear-algebra/index.js";
import {classSizes} from "./classes.js";
import type {TrainingTrials} from "./decoder.js";

/** The mean of each class, the share of trials it has, and the mean of all trials. */
export interface ClassMeans {
  /** Classes × units. */
  means: Matrix;
  sizes: Int32Array;
  /** The share of trials in each class. */
  priors: Float64Array;
  /** The means, weighted by the priors. */
  overall: Float64Array;
}

/** The mean count of each unit in the trials of each class, and the shares that the classes have in the trials. */
export function classMeans({trials, labels, classes}: TrainingTrials): ClassMeans {
  const {rows, columns, values} = trials;
  const means = zeros(classes, columns);
  const sizes = classSizes(labels, classes);
  for (let i = 0; i < rows; ++i) {
    const start = labels[i] * columns;
    for (let j = 0; j < columns; ++j) means.values[start + j] += values[i * columns + j];
  }
  for (let k = 0; k < classes; ++k) {
    for (let j = 0; j < columns; ++j) means.values[k * columns + j] /= sizes[k];
  }
  const priors = Float64Array.from(sizes, (size) => size / rows);
  const overall = new Float64Array(columns);
  for (let k = 0; k < classes; ++k) {
    for (let j = 0; j < columns; ++j) overall[j] += priors[k] * means.values[k * columns + j];
  }
  return {means, sizes, priors, overall};
}

/** What is left of each trial when the mean of its class is taken away. */
export function withoutClassMeans({trials, labels}: TrainingTrials, means: Matrix): Matrix {
  const {columns} = trials;
  const values = trials.values.slice();
  for (let i = 0; i < trials.rows; ++i) {
    const mean = labels[i] * columns;
    for (let j = 0; j < columns; ++j) {
      const value = values[i * columns + j];
      const rest = value - means.values[mean + j];
      // What rounding leaves of a unit that is constant within the class is no variance.
      values[i * columns + j] = Math.abs(rest) <= 1e-13 * Math.abs(value) ? 0 : rest;
    }
  }
  return {...trials, values};
}
