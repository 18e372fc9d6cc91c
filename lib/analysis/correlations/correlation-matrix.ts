import {asMatrix, type Matrix, type MatrixLike, productWithTransposed, transposed} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";

/** So many products between two looks at the signal: some 20 ms. */
const PART = 2 ** 25;

/**
 * Pearson's correlation of every two columns of a matrix, as numpy's `corrcoef`. A column without variance, with fewer
 * than two rows, or with a value that is not finite has no correlations: its row and column of the result are NaN.
 *
 * @example
 * const r = await correlationMatrix(counts, {signal, onProgress}); // of units 2 and 5: r[2 * units + 5]
 *
 * @param matrix observations × variables
 * @returns variables × variables in C order; symmetric to the last bit, and 1 on the diagonal
 * @throws {AnalysisError} `wrong-shape`; what the signal was aborted with
 */
export async function correlationMatrix(matrix: MatrixLike, options: LongTaskOptions = {}): Promise<Float64Array> {
  const turn = takingTurns(options);
  const variables = transposed(asMatrix(matrix));
  const {rows: n, columns: observations} = variables;
  const hasVariance: boolean[] = [];
  for (let i = 0; i < n; ++i) {
    await turn(0);
    hasVariance.push(toUnitLength(variables.values.subarray(i * observations, (i + 1) * observations)));
  }
  const rowsPerPart = Math.max(16, Math.min(128, Math.floor(PART / (n * observations))));
  const correlations = new Float64Array(n * n);
  for (let first = 0; first < n; first += rowsPerPart) {
    await turn(first / n);
    const last = Math.min(first + rowsPerPart, n);
    const products = productWithTransposed(matrixRows(variables, first, last), matrixRows(variables, first, n));
    for (let i = first; i < last; ++i) {
      for (let j = i; j < n; ++j) {
        const product = i === j ? 1 : products.values[(i - first) * (n - first) + (j - first)];
        const value = hasVariance[i] && hasVariance[j] ? Math.max(-1, Math.min(1, product)) : Number.NaN;
        correlations[i * n + j] = correlations[j * n + i] = value;
      }
    }
  }
  await turn(1);
  return correlations;
}

/** Neighbouring rows, not copied. */
function matrixRows({columns, values}: Matrix, first: number, last: number): Matrix {
  return {rows: last - first, columns, values: values.subarray(first * columns, last * columns)};
}

/** Takes its mean from a variable and divides it by its length; false, and all 0, if it has no variance. */
function toUnitLength(values: Float64Array): boolean {
  const n = values.length;
  let isConstant = true;
  let sum = 0;
  for (let i = 0; i < n; ++i) {
    sum += values[i];
    if (values[i] !== values[0]) isConstant = false;
  }
  if (isConstant || !Number.isFinite(sum)) {
    values.fill(0);
    return false;
  }
  let squares = 0;
  for (let i = 0; i < n; ++i) {
    values[i] -= sum / n;
    squares += values[i] * values[i];
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < n; ++i) values[i] /= length;
  return true;
}
