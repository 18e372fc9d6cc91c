import {AnalysisError} from "../analysis-error.js";
import {asMatrix, type Matrix, type MatrixLike} from "../linear-algebra/index.js";

/** The mean responses to some presentations. */
export interface MeanResponses {
  /** Conditions × units. NaN without a presentation. */
  mean: Matrix;
  /** Conditions × units: standard deviation (with n − 1) / √n. NaN for fewer than two presentations. */
  sem: Matrix;
  /** Presentations of each condition. */
  n: Uint32Array;
}

/** How units answer each value of a parameter, or each pair of values of two. */
export interface TuningCurve extends MeanResponses {
  /** The values of each parameter in each condition that was shown, ascending; the first parameter outermost. */
  conditions: number[][];
  /** The responses to blank sweeps, in one row; those in which a parameter has no value. */
  blank: MeanResponses;
}

/**
 * The tuning of units to one or two parameters of a stimulus: mean, standard error and number of presentations for each
 * value, and blank sweeps apart. With several parameters, each combination that was shown is a condition.
 * @param counts presentations × units: counts or rates
 * @param parameters for each parameter its value in each presentation; null and NaN are none
 * @throws {AnalysisError} `wrong-shape` if there is no parameter, or not a value for each presentation
 */
export function tuningCurve(counts: MatrixLike, ...parameters: readonly ArrayLike<number | null>[]): TuningCurve {
  const matrix = asMatrix(counts, "counts");
  const {rowsOf, conditions, blank} = presentationsByCondition(matrix.rows, parameters);
  return {conditions, ...meanResponses(matrix, rowsOf), blank: meanResponses(matrix, [blank])};
}

/** The presentations of each combination of values, ascending, and those of blank sweeps. */
export function presentationsByCondition(rows: number, parameters: readonly ArrayLike<number | null>[]) {
  for (const parameter of parameters.length > 0 ? parameters : [[]]) {
    if (parameters.length > 0 && parameter.length === rows) continue;
    const [expected, found] = [`parameters with ${rows} values each`, `${parameters.length} with ${parameter.length}`];
    throw new AnalysisError("wrong-shape", {path: "parameters", expected, found, remedy: "Give one per presentation."});
  }
  const groups = new Map<string, {condition: number[]; own: number[]}>();
  const blank: number[] = [];
  for (let row = 0; row < rows; ++row) {
    const condition = parameters.map((parameter) => parameter[row] ?? Number.NaN);
    if (condition.some(Number.isNaN)) {
      blank.push(row);
      continue;
    }
    const key = condition.join(" ");
    const group = groups.get(key);
    if (group) group.own.push(row);
    else groups.set(key, {condition, own: [row]});
  }
  const sorted = [...groups.values()].sort(({condition: a}, {condition: b}) => {
    const first = a.findIndex((value, i) => value !== b[i]);
    return first < 0 ? 0 : a[first] - b[first];
  });
  return {conditions: sorted.map(({condition}) => condition), rowsOf: sorted.map(({own}) => own), blank};
}

function meanResponses({columns: units, values}: Matrix, rowsOf: readonly number[][]): MeanResponses {
  const size = rowsOf.length * units;
  const [mean, sem] = [new Float64Array(size), new Float64Array(size)];
  rowsOf.forEach((rows, condition) => {
    const first = condition * units;
    const n = rows.length;
    for (let unit = 0; unit < units; ++unit) {
      let sum = 0;
      for (const row of rows) sum += values[row * units + unit];
      let squares = 0;
      for (const row of rows) squares += (values[row * units + unit] - sum / n) ** 2;
      mean[first + unit] = sum / n;
      sem[first + unit] = n > 1 ? Math.sqrt(squares / (n - 1) / n) : Number.NaN;
    }
  });
  const toMatrix = (own: Float64Array) => ({rows: rowsOf.length, columns: units, values: own});
  return {mean: toMatrix(mean), sem: toMatrix(sem), n: Uint32Array.from(rowsOf, ({length}) => length)};
}
