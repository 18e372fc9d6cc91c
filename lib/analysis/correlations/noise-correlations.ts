import {asMatrix, type Matrix, type MatrixLike} from "../linear-algebra/index.js";
import {atOnce, inTurns, type LongTaskOptions, type Steps} from "../long-task.js";
import {correlationMatrix} from "./correlation-matrix.js";
import {rowsByCondition} from "./rows-by-condition.js";

/**
 * Noise correlations of units, pooled over conditions: the counts of each unit are z-scored within each condition, so
 * that what the stimulus does is gone, and then correlated over all presentations (Cohen and Kohn 2011).
 * NaN for a unit that is constant within every condition.
 *
 * @example
 * const correlations = await noiseCorrelations(counts, conditions, {signal, onProgress});
 *
 * @param counts presentations × units
 * @param conditions of each presentation; those that are NaN are left out
 * @returns units × units in C order
 * @throws {AnalysisError} `wrong-shape`; what the signal was aborted with
 */
export async function noiseCorrelations(
  counts: MatrixLike,
  conditions: ArrayLike<number>,
  options: LongTaskOptions = {}
): Promise<Float64Array> {
  const scores = await inTurns(zScoreSteps(counts, conditions), {signal: options.signal});
  return correlationMatrix(scores, options);
}

/**
 * The counts of presentations that have a condition, z-scored within it: with the mean and the standard deviation (with
 * n) of the unit in that condition, and 0 where it is constant there. Rows are conditions, ascending, and within each
 * the presentations in their order.
 */
export function zScoresWithinConditions(counts: MatrixLike, conditions: ArrayLike<number>): Matrix {
  return atOnce(zScoreSteps(counts, conditions));
}

function* zScoreSteps(counts: MatrixLike, conditions: ArrayLike<number>): Steps<Matrix> {
  const {rows: presentations, columns: units, values: all} = asMatrix(counts);
  const groups = [...rowsByCondition(conditions, presentations).values()];
  const rows = groups.reduce((sum, group) => sum + group.length, 0);
  const scores = new Float64Array(rows * units);
  let first = 0;
  for (const group of groups) {
    yield first / rows;
    const n = group.length;
    for (let unit = 0; unit < units; ++unit) {
      let sum = 0;
      for (const row of group) sum += all[row * units + unit];
      let squares = 0;
      for (const row of group) squares += (all[row * units + unit] - sum / n) ** 2;
      const isConstant = group.every((row) => all[row * units + unit] === all[group[0] * units + unit]);
      if (isConstant) continue;
      const deviation = Math.sqrt(squares / n);
      group.forEach((row, k) => {
        scores[(first + k) * units + unit] = (all[row * units + unit] - sum / n) / deviation;
      });
    }
    first += n;
  }
  return {values: scores, rows: rows, columns: units};
}
