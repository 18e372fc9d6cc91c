import {type Matrix, productWithTransposed} from "../linear-algebra/index.js";
import type {FittedDecoder} from "./decoder.js";

/** A decoder that gives each class a weighted sum of the counts. */
export interface LinearDecoder extends FittedDecoder {
  /** Classes × units. */
  coefficients: Matrix;
  /** One per class. */
  intercepts: Float64Array;
  /** Trials × classes: each row sums to 1. */
  probabilities(trials: Matrix): Matrix;
}

/** The decoder that these weights make; of classes with equal scores it takes the first. */
export function linearDecoder(coefficients: Matrix, intercepts: Float64Array): LinearDecoder {
  const scores = (trials: Matrix) => {
    const result = productWithTransposed(trials, coefficients);
    for (let position = 0; position < result.values.length; ++position) {
      result.values[position] += intercepts[position % result.columns];
    }
    return result;
  };
  return {
    coefficients,
    intercepts,
    predict: (trials) => largestOfRows(scores(trials)),
    probabilities: (trials) => {
      const result = scores(trials);
      softmaxRows(result);
      return result;
    }
  };
}

/** The column of the largest value in each row; the first of equals. */
export function largestOfRows({rows, columns, values}: Matrix): Int32Array {
  const largest = new Int32Array(rows);
  for (let i = 0; i < rows; ++i) {
    for (let j = 1; j < columns; ++j) {
      if (values[i * columns + j] > values[i * columns + largest[i]]) largest[i] = j;
    }
  }
  return largest;
}

/**
 * Makes each row of scores probabilities, in place.
 * @returns the logarithm of the sum of exponentials of each row
 */
export function softmaxRows({rows, columns, values}: Matrix): Float64Array {
  const logSums = new Float64Array(rows);
  for (let i = 0; i < rows; ++i) {
    const start = i * columns;
    let most = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < columns; ++j) if (values[start + j] > most) most = values[start + j];
    let sum = 0;
    for (let j = 0; j < columns; ++j) {
      values[start + j] = Math.exp(values[start + j] - most);
      sum += values[start + j];
    }
    for (let j = 0; j < columns; ++j) values[start + j] /= sum;
    logSums[i] = most + Math.log(sum);
  }
  return logSums;
}
