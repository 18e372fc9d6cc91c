import type {Steps} from "../long-task.js";
import {dot} from "./cholesky.js";
import {type Matrix, zeros} from "./matrix.js";

const EPSILON = 2.220446049250313e-16;
const MOST_TRIES = 60;

/** A symmetric matrix with three diagonals, A = Qᵀ · T · Q. */
interface Tridiagonal {
  diagonal: Float64Array;
  /** Entry k joins k and k + 1. */
  beside: Float64Array;
  /** Q. */
  rotation: Matrix;
}

/**
 * The eigenvectors of a symmetric matrix, in no order: made tridiagonal by Householder reflections, and diagonal by
 * implicit QR steps with Wilkinson's shift (Golub and Van Loan, section 8.3).
 * @returns n × n; its rows are orthonormal
 */
export function* symmetricEigenvectors(a: Matrix): Steps<Matrix> {
  const tridiagonal = yield* madeTridiagonal(a);
  yield* diagonalize(tridiagonal);
  return tridiagonal.rotation;
}

function* madeTridiagonal({rows: n, values}: Matrix): Steps<Tridiagonal> {
  const a = values.slice();
  const beside = new Float64Array(n);
  // The reflection I − scale · v · vᵀ of each step; its v stays in row k of a, right of the diagonal.
  const scales = new Float64Array(n);
  const change = new Float64Array(n);
  for (let k = 0; k < n - 1; ++k) {
    yield 0;
    const [v, first] = [k * n, k + 1];
    const rest = n - first;
    const length = Math.sqrt(dot(a, v + first, a, v + first, rest));
    beside[k] = a[v + first];
    if (length === 0 || rest === 1) continue;
    beside[k] = a[v + first] > 0 ? -length : length;
    a[v + first] -= beside[k];
    const scale = -1 / (beside[k] * a[v + first]);
    scales[k] = scale;
    for (let i = first; i < n; ++i) change[i] = scale * dot(a, i * n + first, a, v + first, rest);
    const half = (scale / 2) * dot(change, first, a, v + first, rest);
    for (let i = first; i < n; ++i) change[i] -= half * a[v + i];
    for (let i = first; i < n; ++i) {
      const [own, other, row] = [a[v + i], change[i], i * n];
      for (let j = first; j < n; ++j) a[row + j] -= own * change[j] + other * a[v + j];
    }
  }
  const rotation = zeros(n, n);
  for (let i = 0; i < n; ++i) rotation.values[i * n + i] = 1;
  for (let k = n - 2; k >= 0; --k) {
    yield 0;
    if (scales[k] === 0) continue;
    for (let i = k + 1; i < n; ++i) {
      const factor = scales[k] * dot(rotation.values, i * n + k + 1, a, k * n + k + 1, n - k - 1);
      for (let j = k + 1; j < n; ++j) rotation.values[i * n + j] -= factor * a[k * n + j];
    }
  }
  return {diagonal: Float64Array.from({length: n}, (_, k) => a[k * n + k]), beside, rotation};
}

/** Turns the tridiagonal matrix, in place, until nothing stands beside its diagonal. */
function* diagonalize({diagonal: d, beside: e, rotation: {rows: n, values: q}}: Tridiagonal): Steps<void> {
  const isNone = (k: number) => Math.abs(e[k]) <= EPSILON * (Math.abs(d[k]) + Math.abs(d[k + 1]));
  for (let last = n - 1, tries = 0; last > 0 && tries < MOST_TRIES; ++tries) {
    yield 0;
    if (isNone(last - 1)) {
      --last;
      tries = 0;
      continue;
    }
    let first = last - 1;
    while (first > 0 && !isNone(first - 1)) --first;
    const delta = (d[last - 1] - d[last]) / 2;
    const root = Math.hypot(delta, e[last - 1]);
    let x = d[first] - d[last] + e[last - 1] ** 2 / (delta + (delta < 0 ? -root : root));
    let bulge = e[first];
    for (let k = first; k < last; ++k) {
      const length = Math.hypot(x, bulge);
      const [cosine, sine] = length === 0 ? [1, 0] : [x / length, bulge / length];
      if (k > first) e[k - 1] = length;
      const [above, below, joint] = [d[k], d[k + 1], 2 * cosine * sine * e[k]];
      d[k] = cosine * cosine * above + joint + sine * sine * below;
      d[k + 1] = sine * sine * above - joint + cosine * cosine * below;
      e[k] = cosine * sine * (below - above) + (cosine * cosine - sine * sine) * e[k];
      if (k < last - 1) {
        [x, bulge] = [e[k], sine * e[k + 1]];
        e[k + 1] *= cosine;
      }
      for (let i = k * n; i < (k + 1) * n; ++i) {
        const [own, next] = [q[i], q[i + n]];
        q[i] = cosine * own + sine * next;
        q[i + n] = cosine * next - sine * own;
      }
    }
  }
}
