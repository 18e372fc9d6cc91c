import {atOnce, type Steps} from "../long-task.js";
import {dot} from "./cholesky.js";
import {type Matrix, matrixRows, transposed, zeros} from "./matrix.js";
import {matrixProduct, productsOfRows, productWithTransposed} from "./matrix-product.js";
import {symmetricEigenvectors} from "./symmetric-eigenvectors.js";

/** A = U · S · Vᵀ of a matrix with m rows and n columns, in r = min(m, n) parts, the largest first. */
export interface SingularValueDecomposition {
  /** The singular values, descending. */
  singularValues: Float64Array;
  /** Vᵀ, r × n: its rows are orthonormal, but zeros for singular values that are 0. */
  rightVectors: Matrix;
  /** U · S = A · V, m × r. */
  scores: Matrix;
}

const EPSILON = 2.220446049250313e-16;
const MOST_SWEEPS = 60;

/**
 * The singular value decomposition by one-sided Jacobi rotations (Hestenes 1958; Drmač and Veselić 2008), which gives
 * small singular values, too, with all their digits.
 */
export function singularValueDecomposition(a: Matrix): SingularValueDecomposition {
  return atOnce(singularValueSteps(a));
}

/**
 * {@link singularValueDecomposition} in steps.
 * @param digits of small singular values: "all", or as many as rounding leaves of the "largest" one, which is three times
 * as fast; what is within that rounding is 0
 */
export function* singularValueSteps(a: Matrix, digits: "all" | "largest" = "all"): Steps<SingularValueDecomposition> {
  let work = a.rows > a.columns ? yield* triangularFactor(a) : {...a, values: a.values.slice()};
  if (digits === "largest") work = matrixProduct(yield* symmetricEigenvectors(productsOfRows(work)), work);
  const norms = yield* orthogonalizeRows(work, digits === "all" ? EPSILON : EPSILON * Math.sqrt(a.columns));
  const order = Array.from(norms.keys()).sort((i, j) => norms[j] - norms[i]);
  // Rows of rounding alone have not been made orthogonal to each other.
  const least = digits === "all" ? 0 : 2 * EPSILON * (norms[order[0]] ?? 0);
  const singularValues = Float64Array.from(order, (i) => (norms[i] > least ? norms[i] : 0));
  const rightVectors = matrixRows(work, order);
  const {columns, values} = rightVectors;
  for (let position = 0; position < values.length; ++position) {
    const value = singularValues[Math.floor(position / columns)];
    values[position] = value > 0 ? values[position] / value : 0;
  }
  return {singularValues, rightVectors, scores: productWithTransposed(a, rightVectors)};
}

/** R of A = Q · R by Householder reflections, n × n: its singular values and right vectors are those of A. */
function* triangularFactor(a: Matrix): Steps<Matrix> {
  const {rows: n, columns: m, values} = transposed(a);
  const r = zeros(n, n);
  for (let j = 0; j < n; ++j) {
    yield 0;
    const start = j * m;
    const length = Math.sqrt(dot(values, start + j, values, start + j, m - j));
    const diagonal = values[start + j] > 0 ? -length : length;
    for (let i = 0; i < j; ++i) r.values[i * n + j] = values[start + i];
    r.values[j * n + j] = diagonal;
    if (length === 0) continue;
    values[start + j] -= diagonal;
    const scale = -1 / (diagonal * values[start + j]);
    for (let k = j + 1; k < n; ++k) {
      const factor = scale * dot(values, start + j, values, k * m + j, m - j);
      for (let i = j; i < m; ++i) values[k * m + i] -= factor * values[start + i];
    }
  }
  return r;
}

/**
 * Rotates pairs of rows, in place, until all are orthogonal; their lengths.
 * @param tolerance the greatest cosine of the angle of two rows
 */
function* orthogonalizeRows({rows, columns, values}: Matrix, tolerance: number): Steps<Float64Array> {
  const squares = new Float64Array(rows);
  for (let sweep = 0, isDone = false; !isDone && sweep < MOST_SWEEPS; ++sweep) {
    isDone = true;
    for (let i = 0; i < rows; ++i) squares[i] = dot(values, i * columns, values, i * columns, columns);
    const least = EPSILON * EPSILON * squares.reduce((a, b) => Math.max(a, b), 0);
    for (let i = 0; i < rows; ++i) {
      yield 0; // how many sweeps there will be is not known
      for (let j = i + 1; j < rows; ++j) {
        if (squares[i] <= least && squares[j] <= least) continue;
        const product = dot(values, i * columns, values, j * columns, columns);
        if (Math.abs(product) <= Math.max(tolerance * Math.sqrt(squares[i] * squares[j]), least)) continue;
        isDone = false;
        const ratio = (squares[j] - squares[i]) / (2 * product);
        const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        rotate(values, i * columns, j * columns, columns, cosine, cosine * tangent);
        squares[i] = Math.max(0, squares[i] - tangent * product);
        squares[j] += tangent * product;
      }
    }
  }
  return Float64Array.from(squares, (_, i) => Math.sqrt(dot(values, i * columns, values, i * columns, columns)));
}

function rotate(values: Float64Array, i: number, j: number, length: number, cosine: number, sine: number): void {
  for (let k = 0; k < length; ++k) {
    const [x, y] = [values[i + k], values[j + k]];
    values[i + k] = cosine * x - sine * y;
    values[j + k] = sine * x + cosine * y;
  }
}
