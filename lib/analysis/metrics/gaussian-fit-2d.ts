import {leastSquares} from "../fitting/least-squares.js";
import type {ReceptiveField} from "./receptive-field.js";

/** A Gaussian in two dimensions, with its axes along rows and columns; all but the peak in squares of the field. */
export interface Gaussian2d {
  peak: number;
  row: number;
  column: number;
  /** Standard deviations; the fit does not tell their sign. */
  rowWidth: number;
  columnWidth: number;
  converged: boolean;
}

const NO_FIT: Gaussian2d = {
  peak: Number.NaN,
  row: Number.NaN,
  column: Number.NaN,
  rowWidth: Number.NaN,
  columnWidth: Number.NaN,
  converged: false
};

/**
 * The Gaussian that is nearest to a receptive field by least squares, beginning from its moments. All is NaN for a
 * field without spikes; where the search did not converge, as for a field that is no Gaussian, it is where it ended.
 */
export function fitGaussian2d(field: ReceptiveField): Gaussian2d {
  const {columns, values} = field;
  const start = moments(field);
  if (!Number.isFinite(start[1]) || !Number.isFinite(start[2])) return NO_FIT;
  const residuals = ([peak, row, column, rowWidth, columnWidth]: Float64Array) =>
    values.map((value, i) => {
      const down = (row - Math.floor(i / columns)) / rowWidth;
      const across = (column - (i % columns)) / columnWidth;
      return peak * Math.exp(-(down * down + across * across) / 2) - value;
    });
  const {parameters, converged} = leastSquares(residuals, start);
  const [peak, row, column, rowWidth, columnWidth] = parameters;
  return {peak, row, column, rowWidth, columnWidth, converged};
}

/**
 * The maximum, the centre of mass, and standard deviations through the centre. As in AllenSDK, each width is taken along
 * the other axis; that moves where the search begins, and so, for fields that are no Gaussians, where it ends.
 */
function moments({rows, columns, values}: ReceptiveField): [number, number, number, number, number] {
  let [total, peak, rowSum, columnSum] = [0, Number.NEGATIVE_INFINITY, 0, 0];
  values.forEach((value, i) => {
    total += value;
    peak = Math.max(peak, value);
    rowSum += Math.floor(i / columns) * value;
    columnSum += (i % columns) * value;
  });
  const [row, column] = [rowSum / total, columnSum / total];
  const middleRow = Array.from({length: columns}, (_, j) => values[Math.trunc(row) * columns + j]);
  const middleColumn = Array.from({length: rows}, (_, i) => values[i * columns + Math.trunc(column)]);
  return [peak, row, column, spreadAround(middleRow, row), spreadAround(middleColumn, column)];
}

function spreadAround(values: readonly number[], centre: number): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  return Math.sqrt(values.reduce((sum, value, i) => sum + Math.abs((i - centre) ** 2 * value), 0) / total);
}
