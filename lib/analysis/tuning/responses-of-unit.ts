import type {TuningCurve} from "./tuning-curve.js";

/** The mean responses of one unit to each condition of a tuning curve. */
export function responsesOfUnit(
  {mean: {rows, columns, values}}: Pick<TuningCurve, "mean">,
  unit: number
): Float64Array {
  return Float64Array.from({length: rows}, (_, row) => values[row * columns + unit]);
}
