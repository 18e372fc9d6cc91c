import {asMatrix, type MatrixLike, matrixRows} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {correlationMatrix} from "./correlation-matrix.js";
import {rowsByCondition} from "./rows-by-condition.js";

/** Noise correlations of each condition by itself, averaged. */
export interface MeanNoiseCorrelations {
  /** Units × units in C order; NaN for a pair that has a correlation in no condition. */
  mean: Float64Array;
  /** Units × units: in how many conditions neither unit was constant. */
  conditions: Uint16Array;
}

/**
 * Noise correlations of units: Pearson's correlation of their counts over the repeats of one condition, averaged over
 * the conditions that have one.
 *
 * @example
 * const {mean} = await meanNoiseCorrelations(counts, conditions, {signal, onProgress});
 *
 * @param counts presentations × units
 * @param conditions of each presentation; those that are NaN are left out
 * @throws {AnalysisError} `wrong-shape`; what the signal was aborted with
 */
export async function meanNoiseCorrelations(
  counts: MatrixLike,
  conditions: ArrayLike<number>,
  options: LongTaskOptions = {}
): Promise<MeanNoiseCorrelations> {
  const matrix = asMatrix(counts);
  const {rows: presentations, columns: units} = matrix;
  const turn = takingTurns(options);
  const groups = [...rowsByCondition(conditions, presentations).values()];
  const mean = new Float64Array(units * units);
  const valid = new Uint16Array(units * units);
  for (const [done, group] of groups.entries()) {
    const own = await correlationMatrix(matrixRows(matrix, group), {signal: options.signal});
    for (let pair = 0; pair < own.length; ++pair) {
      if (Number.isNaN(own[pair])) continue;
      mean[pair] += own[pair];
      ++valid[pair];
    }
    await turn((done + 1) / groups.length);
  }
  return {mean: mean.map((sum, pair) => sum / valid[pair]), conditions: valid};
}
