import {
  type Cholesky,
  cholesky,
  dot,
  type Matrix,
  productsOfRows,
  unwhiten,
  whiten,
  zeros
} from "../linear-algebra/index.js";

/** So many trials of each class are counted exactly: those that are least sure. */
const MOST_TRIALS = 64;
/** What stands for the penalty that intercepts do not have. */
const INTERCEPT = 0.01;

/** The curvature for one class, 1 / scale² + BᵀB / scale², as what is needed to undo it. */
interface ClassCurvature {
  scale: Float64Array;
  /** Trials × coefficients. */
  rows: Matrix;
  /** Of the identity plus B · Bᵀ. */
  factor: Cholesky;
}

/**
 * The curvature of the logistic loss as if classes did not depend on each other, with which the conjugate gradients are
 * preconditioned: for each class Σ p (1 − p) x · xᵀ over the trials that it is least sure of, and the diagonal of the
 * same sum over all others. It is inverted by the formula of Woodbury, which is fast as the trials are few.
 * @param x trials × coefficients, the last of which is the intercept
 * @returns a function of the probabilities, trials × classes, and of one that is awaited between classes; it gives one
 * that multiplies classes × coefficients by the inverse
 */
export function curvatureByClass(x: Matrix, c: number) {
  const {rows: trials, columns: width} = x;
  const squares = new Float64Array(width);
  for (let i = 0, at = 0; i < trials; ++i) {
    for (let j = 0; j < width; ++j, ++at) squares[j] += x.values[at] ** 2 / trials;
  }
  const weights = new Float64Array(trials);
  return async ({values: p, columns: classes}: Matrix, turn: () => Promise<void>) => {
    const curvatures: ClassCurvature[] = [];
    for (let k = 0; k < classes; ++k) {
      await turn();
      for (let i = 0, at = k; i < trials; ++i, at += classes) weights[i] = p[at] * (1 - p[at]);
      curvatures.push(classCurvature(x, weights, squares, c));
    }
    return (rest: Float64Array): Float64Array => {
      const result = new Float64Array(rest.length);
      curvatures.forEach((curvature, k) => {
        result.set(undone(curvature, rest.subarray(k * width, (k + 1) * width)), k * width);
      });
      return result;
    };
  };
}

function classCurvature(x: Matrix, weights: Float64Array, squares: Float64Array, c: number): ClassCurvature {
  const width = x.columns;
  const sorted = weights.slice().sort();
  const least = Math.max(1e-9 / c, sorted[Math.max(0, sorted.length - MOST_TRIALS)]);
  const chosen: number[] = [];
  let others = 0;
  weights.forEach((weight, trial) => {
    if (weight >= least && chosen.length < MOST_TRIALS) chosen.push(trial);
    else others += weight;
  });
  const scale = squares.map((square, j) => {
    const penalty = (j === width - 1 ? INTERCEPT : 1) / c;
    return 1 / Math.sqrt(penalty + others * square);
  });
  const rows = zeros(chosen.length, width);
  chosen.forEach((trial, i) => {
    const root = Math.sqrt(weights[trial]);
    for (let j = 0; j < width; ++j) rows.values[i * width + j] = root * x.values[trial * width + j] * scale[j];
  });
  return {scale, rows, factor: cholesky(productsOfRows(rows, "single"), 1)!};
}

/** (I + BᵀB)⁻¹ = I − Bᵀ (I + B Bᵀ)⁻¹ B, between the scales. */
function undone({scale, rows, factor}: ClassCurvature, rest: Float64Array): Float64Array {
  const width = rest.length;
  const result = rest.map((value, j) => value * scale[j]);
  const seen = zeros(1, rows.rows);
  for (let i = 0; i < rows.rows; ++i) seen.values[i] = dot(rows.values, i * width, result, 0, width);
  const weights = unwhiten(factor, whiten(factor, seen)).values;
  subtractRows(result, rows, weights);
  for (let j = 0; j < width; ++j) result[j] *= scale[j];
  return result;
}

/** Subtracts weighted rows, four at a time. */
function subtractRows(result: Float64Array, {rows, columns, values}: Matrix, weights: Float64Array): void {
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    const [w0, w1, w2, w3] = [weights[i], weights[i + 1], weights[i + 2], weights[i + 3]];
    const [r0, r1, r2, r3] = [i * columns, (i + 1) * columns, (i + 2) * columns, (i + 3) * columns];
    for (let j = 0; j < columns; ++j) {
      result[j] -= w0 * values[r0 + j] + w1 * values[r1 + j] + (w2 * values[r2 + j] + w3 * values[r3 + j]);
    }
  }
  for (; i < rows; ++i) {
    for (let j = 0; j < columns; ++j) result[j] -= weights[i] * values[i * columns + j];
  }
}
