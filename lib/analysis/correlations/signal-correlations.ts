import {asMatrix, type MatrixLike, matrixRows} from "../linear-algebra/index.js";
import type {LongTaskOptions} from "../long-task.js";
import {correlationMatrix} from "./correlation-matrix.js";

/**
 * Signal correlations of units: Pearson's correlation of their mean responses over conditions, as numpy's `corrcoef`.
 * NaN for a unit that answers all conditions alike. Conditions without a presentation are left out.
 *
 * @example
 * const correlations = await signalCorrelations(tuningCurve(counts, orientations).mean, {signal});
 *
 * @param means conditions × units, e.g. `mean` of a tuning curve
 * @returns units × units in C order
 * @throws {AnalysisError} `wrong-shape`; what the signal was aborted with
 */
export async function signalCorrelations(means: MatrixLike, options: LongTaskOptions = {}): Promise<Float64Array> {
  const matrix = asMatrix(means);
  const shown: number[] = [];
  for (let row = 0; row < matrix.rows; ++row) {
    const responses = matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
    if (responses.some((response) => !Number.isNaN(response))) shown.push(row);
  }
  return correlationMatrix(matrixRows(matrix, shown), options);
}
