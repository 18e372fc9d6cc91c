import type {ArrayValues, DataArray} from "../../array/index.js";
import {AnalysisError} from "../analysis-error.js";

/** A dense matrix in one flat array, in C order: the value in row i and column j is `values[i * columns + j]`. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** What is taken for a matrix: numbers in C order with their shape, or a labelled array of two dimensions. */
export type MatrixLike = {rows: number; columns: number; values: ArrayValues} | DataArray;

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return {rows, columns, values: new Float64Array(rows * columns)};
}

/**
 * A matrix of double precision. Its values are those of the argument, not a copy, if they are of that kind already.
 * @throws {AnalysisError} `wrong-shape` if the numbers of dimensions or of values do not fit
 */
export function asMatrix(input: MatrixLike, path = "matrix"): Matrix {
  const isLabelled = "dims" in input;
  const [rows, columns] = isLabelled ? input.shape : [input.rows, input.columns];
  if ((isLabelled && input.shape.length !== 2) || rows * columns !== input.values.length) {
    const found = isLabelled ? `${input.shape.length} dimensions` : `${input.values.length} values`;
    const expected = isLabelled ? "two dimensions" : `${rows} × ${columns} values`;
    throw new AnalysisError("wrong-shape", {path, expected, found, remedy: "Give one row per trial or unit."});
  }
  const {values} = input;
  return {rows, columns, values: values instanceof Float64Array ? values : Float64Array.from(values)};
}

/** Like {@link asMatrix}, of numbers only: {AnalysisError} `wrong-argument` for NaN and infinities. */
export function asFiniteMatrix(input: MatrixLike, path = "matrix"): Matrix {
  const matrix = asMatrix(input, path);
  const at = matrix.values.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return matrix;
  throw new AnalysisError("wrong-argument", {
    path,
    expected: "finite numbers",
    found: `${matrix.values[at]} in row ${Math.floor(at / matrix.columns)}, column ${at % matrix.columns}`,
    remedy: "Leave out the rows or columns that hold it."
  });
}

/** Some rows of a matrix, in the given order. */
export function matrixRows({columns, values}: Matrix, rows: ArrayLike<number>): Matrix {
  const taken = zeros(rows.length, columns);
  for (let i = 0; i < rows.length; ++i) {
    taken.values.set(values.subarray(rows[i] * columns, (rows[i] + 1) * columns), i * columns);
  }
  return taken;
}

/** Some columns of a matrix, in the given order. */
export function takeColumns({rows, columns, values}: Matrix, wanted: ArrayLike<number>): Matrix {
  const taken = zeros(rows, wanted.length);
  for (let i = 0, position = 0; i < rows; ++i) {
    for (let j = 0; j < wanted.length; ++j) taken.values[position++] = values[i * columns + wanted[j]];
  }
  return taken;
}

/** The matrix with rows and columns exchanged; in square tiles, so that both stay in the processor's cache. */
export function transposed({rows, columns, values}: Matrix): Matrix {
  const TILE = 32;
  const result = zeros(columns, rows);
  for (let top = 0; top < rows; top += TILE) {
    for (let left = 0; left < columns; left += TILE) {
      const [bottom, right] = [Math.min(top + TILE, rows), Math.min(left + TILE, columns)];
      for (let i = top; i < bottom; ++i) {
        for (let j = left; j < right; ++j) result.values[j * rows + i] = values[i * columns + j];
      }
    }
  }
  return result;
}
