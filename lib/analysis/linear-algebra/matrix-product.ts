import type {Steps} from "../long-task.js";
import {type Matrix, transposed, zeros} from "./matrix.js";
import {type SimdKernel, simdKernel} from "./simd-kernel.js";

/** So many terms of a sum, and so many rows of the right factor, are worked on at a time: they fit the cache. */
const DEPTH = 512;
const WIDTH = 64;
/** Fewer multiplications than these are not worth the way to WebAssembly. */
const SMALL = 20_000;

/** A · B. */
export function matrixProduct(a: Matrix, b: Matrix): Matrix {
  return productWithTransposed(a, transposed(b));
}

/** A factor; in single precision it is sooner where it is multiplied, if the product is to be no better. */
export type Factor = Omit<Matrix, "values"> & {values: Float64Array | Float32Array};

/**
 * A · Bᵀ: each value is the scalar product of a row of A and a row of B.
 * @param precision "single" is twice as fast, and good for 6 digits
 * @param result is overwritten, for work that would make many of the same size
 */
export function productWithTransposed(
  a: Factor,
  b: Factor,
  precision: "double" | "single" = "double",
  result = zeros(a.rows, b.rows)
): Matrix {
  result.values.fill(0);
  addAllProducts(result, a, b, false, precision);
  return result;
}

/** Aᵀ · A of a matrix with n columns: n × n, symmetric; only half of it is computed. */
export function gramMatrix(a: Matrix): Matrix {
  return productsOfRows(transposed(a));
}

/** So many rows of a product are one step. */
const STEP = 64;

/** {@link gramMatrix} in steps. */
export function* gramMatrixSteps(a: Matrix): Steps<Matrix> {
  const columns = transposed(a);
  const n = columns.rows;
  const result = zeros(n, n);
  for (let first = 0; first < n; first += STEP) {
    yield first / (2 * n);
    const last = Math.min(first + STEP, n);
    const part = productWithTransposed(matrixRows(columns, first, last), matrixRows(columns, first, n));
    for (let i = first; i < last; ++i) {
      for (let j = first; j < n; ++j) {
        const value = part.values[(i - first) * (n - first) + (j - first)];
        result.values[i * n + j] = value;
        if (j >= last) result.values[j * n + i] = value;
      }
    }
  }
  return result;
}

/** Neighbouring rows, not copied. */
function matrixRows({columns, values}: Matrix, first: number, last: number): Matrix {
  return {rows: last - first, columns, values: values.subarray(first * columns, last * columns)};
}

/** A · Aᵀ of a matrix with n rows: n × n, symmetric; only half of it is computed. */
export function productsOfRows(a: Matrix, precision: "double" | "single" = "double"): Matrix {
  const n = a.rows;
  const result = zeros(n, n);
  addAllProducts(result, a, a, true, precision);
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j < i; ++j) result.values[i * n + j] = result.values[j * n + i];
  }
  return result;
}

/** Adds products of rows of A and rows of B, at least those of i ≤ j if only the upper half is asked for. */
function addAllProducts(
  result: Matrix,
  a: Factor,
  b: Factor,
  onlyUpper: boolean,
  precision: "double" | "single"
): void {
  const kernel = a.rows * b.rows * a.columns < SMALL ? null : simdKernel(precision);
  if (kernel !== null) {
    addProductsBySimd(result, a, b, onlyUpper, kernel);
    return;
  }
  for (let from = 0; from < a.columns; from += DEPTH) {
    const to = Math.min(from + DEPTH, a.columns);
    for (let left = 0; left < b.rows; left += WIDTH) {
      const right = Math.min(left + WIDTH, b.rows);
      const bottom = onlyUpper ? Math.min(right, a.rows) : a.rows;
      for (let i = 0; i < bottom; i += 2) {
        addProducts(result, a, b, i, onlyUpper ? Math.max(left, i - (i % 4)) : left, right, from, to);
      }
    }
  }
}

function addProductsBySimd(
  {values: c, columns: n}: Matrix,
  a: Factor,
  b: Factor,
  onlyUpper: boolean,
  kernel: SimdKernel
): void {
  for (let from = 0; from < a.columns; from += kernel.depth) {
    const to = Math.min(from + kernel.depth, a.columns);
    for (let left = 0; left < b.rows; left += kernel.columns) {
      const width = Math.min(kernel.columns, b.rows - left);
      for (let j = 0; j < width; ++j) {
        kernel.setRight(j, b.values, (left + j) * b.columns + from, (left + j) * b.columns + to);
      }
      const bottom = onlyUpper ? Math.min(left + width, a.rows) : a.rows;
      for (let top = 0; top < bottom; top += kernel.rows) {
        const height = Math.min(kernel.rows, bottom - top);
        for (let i = 0; i < height; ++i) {
          kernel.setLeft(i, a.values, (top + i) * a.columns + from, (top + i) * a.columns + to);
        }
        const products = kernel.multiply(height, width, to - from);
        for (let i = 0; i < height; ++i) {
          const start = (top + i) * n + left;
          for (let j = 0; j < width; ++j) c[start + j] += products[i * kernel.columns + j];
        }
      }
    }
  }
}

/**
 * Adds to rows i and i + 1 of the result what terms `from` to `to` contribute, two rows by four columns at a time: the
 * eight sums stay in registers, which is three times as fast as one at a time.
 */
function addProducts(
  result: Matrix,
  {values: a, columns: depth, rows}: Factor,
  {values: b}: Factor,
  i: number,
  left: number,
  right: number,
  from: number,
  to: number
): void {
  const {values: c, columns: n} = result;
  const hasSecond = i + 1 < rows;
  const a0 = i * depth;
  const a1 = hasSecond ? a0 + depth : a0;
  let j = left;
  for (; j + 4 <= right; j += 4) {
    const b0 = j * depth;
    const b1 = b0 + depth;
    const b2 = b1 + depth;
    const b3 = b2 + depth;
    let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = from; k < to; ++k) {
      const x0 = a[a0 + k];
      const x1 = a[a1 + k];
      const y0 = b[b0 + k];
      const y1 = b[b1 + k];
      const y2 = b[b2 + k];
      const y3 = b[b3 + k];
      s00 += x0 * y0;
      s01 += x0 * y1;
      s02 += x0 * y2;
      s03 += x0 * y3;
      s10 += x1 * y0;
      s11 += x1 * y1;
      s12 += x1 * y2;
      s13 += x1 * y3;
    }
    const above = i * n + j;
    c[above] += s00;
    c[above + 1] += s01;
    c[above + 2] += s02;
    c[above + 3] += s03;
    if (!hasSecond) continue;
    const below = above + n;
    c[below] += s10;
    c[below + 1] += s11;
    c[below + 2] += s12;
    c[below + 3] += s13;
  }
  for (; j < right; ++j) {
    const b0 = j * depth;
    let [s0, s1] = [0, 0];
    for (let k = from; k < to; ++k) {
      s0 += a[a0 + k] * b[b0 + k];
      s1 += a[a1 + k] * b[b0 + k];
    }
    c[i * n + j] += s0;
    if (hasSecond) c[(i + 1) * n + j] += s1;
  }
}
