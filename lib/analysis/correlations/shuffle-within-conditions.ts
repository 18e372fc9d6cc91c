import {asMatrix, type Matrix, type MatrixLike} from "../linear-algebra/index.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {rowsByCondition} from "./rows-by-condition.js";

/**
 * The control of noise correlations: the counts of each unit in another order within each condition, drawn for each unit
 * by itself. Tuning stays as it is to the last spike; what units do together in a presentation is gone.
 * @param counts presentations × units
 * @param conditions of each presentation; those that are NaN stay where they are
 * @throws {AnalysisError} `wrong-shape`
 */
export function shuffleWithinConditions(
  counts: MatrixLike,
  conditions: ArrayLike<number>,
  random: RandomSource
): Matrix {
  const {rows: presentations, columns: units, values: all} = asMatrix(counts);
  const values = all.slice();
  for (const group of rowsByCondition(conditions, presentations).values()) {
    for (let unit = 0; unit < units; ++unit) {
      // Fisher and Yates: each of the rest is as likely to be the next.
      for (let last = group.length - 1; last > 0; --last) {
        const a = group[last] * units + unit;
        const b = group[Math.floor(random() * (last + 1))] * units + unit;
        [values[a], values[b]] = [values[b], values[a]];
      }
    }
  }
  return {values, rows: presentations, columns: units};
}
