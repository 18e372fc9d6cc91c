import {bin} from "d3";

/** A bin of a metric, with the rows whose values lie in it. */
export interface MetricBin {
  /** The rows whose values lie in it, ascending. */
  rows: readonly number[];
  /** Where it begins, in the metric's unit. */
  x0: number;
  /** Where it ends. */
  x1: number;
}

/**
 * The bins of a metric, which begin and end at round numbers.
 * @param values one for each row; NaN is in no bin
 * @param bins roughly how many
 */
export function metricBins(values: ArrayLike<number>, bins: number): MetricBin[] {
  const rows = Array.from(values, (_, row) => row).filter((row) => Number.isFinite(values[row]));
  const made = bin<number, number>()
    .value((row) => values[row])
    .thresholds(bins)(rows)
    .map((own) => ({rows: own, x0: own.x0!, x1: own.x1!}));
  const [{x0, x1}] = [...made, {x0: 0, x1: 1}];
  if (made.length !== 1 || x0 < x1) return made;
  // A metric with one value for all rows makes a bin without width, which nobody would see.
  const half = Math.abs(x0) / 200 || 0.5;
  return [{rows, x0: x0 - half, x1: x1 + half}];
}
