import {AnalysisError} from "../analysis-error.js";

/**
 * The rows of each condition, conditions ascending. Rows whose condition is not a number are in none.
 * @param conditions of each row
 * @throws {AnalysisError} `wrong-shape` if there are not as many conditions as rows
 */
export function rowsByCondition(conditions: ArrayLike<number>, rows: number): Map<number, number[]> {
  if (conditions.length !== rows) {
    const [expected, found] = [`a condition for each of ${rows} rows`, `${conditions.length}`];
    throw new AnalysisError("wrong-shape", {path: "conditions", expected, found, remedy: "Give one for each."});
  }
  const matrixRows = new Map<number, number[]>();
  for (let row = 0; row < rows; ++row) {
    const condition = conditions[row];
    if (Number.isNaN(condition)) continue;
    const own = matrixRows.get(condition);
    if (own) own.push(row);
    else matrixRows.set(condition, [row]);
  }
  return new Map([...matrixRows].sort(([a], [b]) => a - b));
}
