import type {DataArray} from "../../array/index.js";
import {alongDimension} from "./along-dimension.js";

/** Which labels along the dimension are the baseline: [from, to), e.g. −0.1 to 0 s. */
export type BaselineWindow = readonly [from: number, to: number];

/**
 * Responses relative to their baseline: each line along the dimension less its mean in the window. NaN where no label is
 * in the window.
 * @throws {ArrayError} `unknown-dimension`
 */
export function subtractBaseline(array: DataArray, dim: string, window: BaselineWindow): DataArray<Float64Array> {
  return alongDimension(array, dim, (line, labels) => {
    const {mean} = momentsWithin(line, labels, window);
    return line.map((value) => value - mean);
  });
}

/**
 * Responses in standard deviations (with n) of their baseline: each line less its mean in the window, divided by its
 * standard deviation there. NaN where the line is constant in the window, or no label is in it.
 * @param window the whole line, if not given
 * @throws {ArrayError} `unknown-dimension`
 */
export function zScore(
  array: DataArray,
  dim: string,
  window: BaselineWindow = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
): DataArray<Float64Array> {
  return alongDimension(array, dim, (line, labels) => {
    const {mean, deviation} = momentsWithin(line, labels, window);
    return line.map((value) => (deviation > 0 ? (value - mean) / deviation : Number.NaN));
  });
}

function momentsWithin(line: Float64Array, labels: ArrayLike<number>, [from, to]: BaselineWindow) {
  const inside = line.filter((_, i) => labels[i] >= from && labels[i] < to);
  const mean = inside.reduce((sum, value) => sum + value, 0) / inside.length;
  const isConstant = inside.every((value) => value === inside[0]);
  const squares = inside.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {mean, deviation: isConstant ? 0 : Math.sqrt(squares / inside.length)};
}
