import type {Matrix} from "./matrix.js";

/** A symmetric, positive definite matrix as L · Lᵀ, with L lower triangular. */
export interface Cholesky {
  /** L, n × n in C order; above the diagonal 0. */
  lower: Matrix;
  /** The natural logarithm of the determinant. */
  logDeterminant: number;
}

/**
 * The Cholesky factorization.
 * @param matrix symmetric; only its lower half is read
 * @param shift is added to the diagonal
 * @returns null if the matrix is not positive definite, as far as rounding lets one tell
 */
export function cholesky({rows: n, values: a}: Matrix, shift = 0): Cholesky | null {
  const l = new Float64Array(n * n);
  let logDeterminant = 0;
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j <= i; ++j) {
      const rest = a[i * n + j] + (i === j ? shift : 0) - dot(l, i * n, l, j * n, j);
      if (i > j) l[i * n + j] = rest / l[j * n + j];
      else {
        if (!(rest > 0)) return null;
        l[i * n + i] = Math.sqrt(rest);
        logDeterminant += Math.log(rest);
      }
    }
  }
  return {lower: {rows: n, columns: n, values: l}, logDeterminant};
}

/** L⁻¹ · b for each row b of a matrix: what makes data with covariance L · Lᵀ white. */
export function whiten({lower: {rows: n, values: l}}: Cholesky, rows: Matrix): Matrix {
  const values = rows.values.slice();
  for (let row = 0; row < rows.rows; ++row) {
    const start = row * n;
    for (let i = 0; i < n; ++i) {
      values[start + i] = (values[start + i] - dot(l, i * n, values, start, i)) / l[i * n + i];
    }
  }
  return {...rows, values};
}

/** L⁻ᵀ · b for each row b of a matrix. */
export function unwhiten({lower: {rows: n, values: l}}: Cholesky, rows: Matrix): Matrix {
  const values = rows.values.slice();
  for (let row = 0; row < rows.rows; ++row) {
    const start = row * n;
    for (let i = n - 1; i >= 0; --i) {
      const value = values[start + i] / l[i * n + i];
      values[start + i] = value;
      for (let j = 0; j < i; ++j) values[start + j] -= value * l[i * n + j];
    }
  }
  return {...rows, values};
}

/** (L · Lᵀ)⁻¹ · b for each row b of a matrix. */
export function choleskySolve(factor: Cholesky, rows: Matrix): Matrix {
  return unwhiten(factor, whiten(factor, rows));
}

/** The least eigenvalue of the matrix, or a little more: by inverse iteration, to a factor of two or so. */
export function leastEigenvalue(factor: Cholesky): number {
  const n = factor.lower.rows;
  // Any direction that is not special will do to start from.
  let vector: Matrix = {rows: 1, columns: n, values: Float64Array.from({length: n}, (_, i) => Math.sin(1 + i * i))};
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 8; ++step) {
    const length = Math.sqrt(dot(vector.values, 0, vector.values, 0, n));
    const unit = {...vector, values: vector.values.map((value) => value / length)};
    vector = choleskySolve(factor, unit);
    least = 1 / Math.sqrt(dot(vector.values, 0, vector.values, 0, n));
  }
  return least;
}

/** The scalar product of `length` numbers of two arrays, in four partial sums. */
export function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 4 <= length; k += 4) {
    s0 += a[fromA + k] * b[fromB + k];
    s1 += a[fromA + k + 1] * b[fromB + k + 1];
    s2 += a[fromA + k + 2] * b[fromB + k + 2];
    s3 += a[fromA + k + 3] * b[fromB + k + 3];
  }
  for (; k < length; ++k) s0 += a[fromA + k] * b[fromB + k];
  return s0 + s1 + (s2 + s3);
}
