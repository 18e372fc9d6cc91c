/** A · P = Q · R of a matrix with m rows and n ≤ m columns: Q in Householder vectors, P a permutation of columns. */
export interface QrFactorization {
  /** R, upper triangular, n × n in C order. */
  r: Float64Array;
  /** Which column of A each column of A · P is; the diagonal of R does not grow in magnitude. */
  columns: Int32Array;
  /** The Euclidean norm of each column of A. */
  norms: Float64Array;
  /** Qᵀ · b, its first n numbers. */
  qTransposed(b: Float64Array): Float64Array;
}

/** Below this a norm that was updated, not computed, has lost its digits. */
const RECOMPUTE = 2.220446049250313e-16 / 0.05;

/**
 * QR factorization with column pivoting by Householder reflections (Businger and Golub 1965).
 * @param jacobian the columns of A, each with m numbers; they are overwritten
 */
export function qrFactorization(jacobian: Float64Array[]): QrFactorization {
  const n = jacobian.length;
  const a = jacobian.slice();
  const norms = Float64Array.from(a, (column) => norm(column));
  const remaining = norms.slice();
  const lastComputed = norms.slice();
  const columns = Int32Array.from(a, (_, j) => j);
  const r = new Float64Array(n * n);
  for (let j = 0; j < n; ++j) {
    let pivot = j;
    for (let k = j + 1; k < n; ++k) if (remaining[k] > remaining[pivot]) pivot = k;
    if (pivot !== j) {
      [a[j], a[pivot]] = [a[pivot], a[j]];
      [columns[j], columns[pivot]] = [columns[pivot], columns[j]];
      remaining[pivot] = remaining[j];
      lastComputed[pivot] = lastComputed[j];
    }
    const v = a[j];
    const length = Math.sign(v[j]) < 0 ? -norm(v, j) : norm(v, j);
    for (let k = 0; k < j; ++k) r[k * n + j] = v[k];
    r[j * n + j] = -length;
    if (length !== 0) {
      for (let i = j; i < v.length; ++i) v[i] /= length;
      v[j] += 1;
    }
    for (let k = j + 1; k < n; ++k) {
      reflect(v, j, length, a[k]);
      if (length === 0 || remaining[k] === 0) continue;
      const share = a[k][j] / remaining[k];
      remaining[k] *= Math.sqrt(Math.max(1 - share * share, 0));
      if ((remaining[k] / lastComputed[k]) ** 2 > RECOMPUTE) continue;
      remaining[k] = norm(a[k], j + 1);
      lastComputed[k] = remaining[k];
    }
  }
  const qTransposed = (b: Float64Array) => {
    const product = b.slice();
    for (let j = 0; j < n; ++j) reflect(a[j], j, r[j * n + j], product);
    return product.subarray(0, n);
  };
  return {r, columns, norms, qTransposed};
}

/** Applies the reflection that is kept in v, from element j on; none if the column it is of was 0. */
function reflect(v: Float64Array, j: number, length: number, target: Float64Array): void {
  if (length === 0 || v[j] === 0) return;
  let product = 0;
  for (let i = j; i < v.length; ++i) product += v[i] * target[i];
  const factor = -product / v[j];
  for (let i = j; i < v.length; ++i) target[i] += factor * v[i];
}

/** The Euclidean norm of a vector from one of its elements on. */
export function norm(vector: ArrayLike<number>, from = 0): number {
  let squares = 0;
  for (let i = from; i < vector.length; ++i) squares += vector[i] * vector[i];
  return Math.sqrt(squares);
}
