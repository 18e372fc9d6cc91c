import type {Steps} from "../long-task.js";
import {cholesky, choleskySolve} from "./cholesky.js";
import {type Matrix, zeros} from "./matrix.js";
import {productWithTransposed} from "./matrix-product.js";
import {singularValueSteps} from "./singular-value-decomposition.js";

const EPSILON = 2.220446049250313e-16;

/**
 * The shortest x with A · x = b as nearly as can be, for each row b of a matrix: where A is singular, what it maps to
 * nothing is left out.
 * @param a symmetric, not negative
 */
export function* leastNormSteps(a: Matrix, rows: Matrix): Steps<Matrix> {
  const largest = a.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  yield 0;
  if (cholesky(a, -1e-10 * largest) !== null) {
    yield 0;
    const factor = cholesky(a);
    yield 0;
    if (factor !== null) return choleskySolve(factor, rows);
  }
  const {singularValues, rightVectors, scores} = yield* singularValueSteps(a);
  const least = EPSILON * singularValues[0];
  const inverse = zeros(a.columns, a.rows);
  for (const [part, value] of singularValues.entries()) {
    yield 0;
    if (!(value > least)) continue;
    for (let i = 0; i < a.columns; ++i) {
      const weight = rightVectors.values[part * a.columns + i] / (value * value);
      for (let j = 0; j < a.rows; ++j) inverse.values[i * a.rows + j] += weight * scores.values[j * a.rows + part];
    }
  }
  return productWithTransposed(rows, inverse);
}
