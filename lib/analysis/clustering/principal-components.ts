import {
  asFiniteMatrix,
  type Matrix,
  type MatrixLike,
  makeRowsOrthonormal,
  singularValueSteps
} from "../linear-algebra/index.js";
import {inTurns, type LongTaskOptions, type Steps} from "../long-task.js";

/** Data along the directions in which they vary most. */
export interface PrincipalComponents {
  /**
   * Components × columns, orthonormal; the largest number of each is positive. Where the data vary in fewer directions, the others are
   * any that are orthogonal to these.
   */
  components: Matrix;
  /** Rows × components: `scores` · `components` + `mean` are the data. */
  scores: Matrix;
  mean: Float64Array;
  /** The variance along each component (with n − 1), descending; NaN of one row. */
  variance: Float64Array;
  /** The share of all variance along each component; NaN where nothing varies. */
  varianceRatio: Float64Array;
}

/** Directions of less than this share of the greatest singular value are not orthogonal by themselves. */
const SMALL = 1e-8;

/**
 * Principal components, as many as the smaller of rows and columns.
 *
 * @example
 * const {scores} = await principalComponents(features, {signal, onProgress});
 *
 * @throws {AnalysisError} `wrong-argument` for NaN; what the signal was aborted with
 */
export async function principalComponents(
  input: MatrixLike,
  options: LongTaskOptions = {}
): Promise<PrincipalComponents> {
  return inTurns(principalComponentSteps(input), options);
}

function* principalComponentSteps(input: MatrixLike): Steps<PrincipalComponents> {
  const {rows, columns, values} = asFiniteMatrix(input, "data");
  const mean = new Float64Array(columns);
  for (let at = 0; at < values.length; ++at) mean[at % columns] += values[at];
  for (let j = 0; j < columns; ++j) mean[j] /= rows;
  const centred = {rows, columns, values: values.map((value, at) => value - mean[at % columns])};
  const {singularValues, rightVectors: components, scores} = yield* singularValueSteps(centred, "largest");
  const count = components.rows;
  const firstSmall = singularValues.findIndex((value) => !(value > SMALL * singularValues[0]));
  if (firstSmall >= 0) makeRowsOrthonormal(components, firstSmall);
  for (let k = 0; k < count; ++k) {
    const own = components.values.subarray(k * columns, (k + 1) * columns);
    const largest = own.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    if (largest >= 0) continue;
    for (let j = 0; j < columns; ++j) own[j] = -own[j];
    for (let i = 0; i < rows; ++i) scores.values[i * count + k] = -scores.values[i * count + k];
  }
  const variance = singularValues.map((value) => value ** 2 / (rows - 1));
  const total = variance.reduce((sum, value) => sum + value, 0);
  yield 1;
  return {components, scores, mean, variance, varianceRatio: variance.map((value) => value / total)};
}
