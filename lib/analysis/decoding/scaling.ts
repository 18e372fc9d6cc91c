import type {Matrix} from "../linear-algebra/index.js";

/** Mean and standard deviation of each unit, to make others out of. */
export interface Scaling {
  mean: Float64Array;
  /** Standard deviation (with n); 1 for a unit that is constant. */
  scale: Float64Array;
}

/** The scaling that makes each column of these rows have mean 0 and standard deviation 1. */
export function scalingOf({rows, columns, values}: Matrix): Scaling {
  const mean = new Float64Array(columns);
  const scale = new Float64Array(columns);
  for (let position = 0, i = 0; i < rows; ++i) {
    for (let j = 0; j < columns; ++j) mean[j] += values[position++];
  }
  for (let j = 0; j < columns; ++j) mean[j] /= rows;
  for (let position = 0, i = 0; i < rows; ++i) {
    for (let j = 0; j < columns; ++j) scale[j] += (values[position++] - mean[j]) ** 2;
  }
  for (let j = 0; j < columns; ++j) {
    const deviation = Math.sqrt(scale[j] / rows);
    // Rounding of the mean leaves a constant column a deviation that is none.
    scale[j] = deviation > 1e-14 * Math.abs(mean[j]) ? deviation : 1;
  }
  return {mean, scale};
}

/** (value − mean) / scale, column by column. */
export function scaled(matrix: Matrix, {mean, scale}: Scaling): Matrix {
  const {rows, columns} = matrix;
  const values = new Float64Array(matrix.values.length);
  for (let position = 0, i = 0; i < rows; ++i) {
    for (let j = 0; j < columns; ++j, ++position) values[position] = (matrix.values[position] - mean[j]) / scale[j];
  }
  return {rows, columns, values};
}
