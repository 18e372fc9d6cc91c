import {maxIndex, minIndex} from "d3";

/** How one unit answers each value of a parameter, as figures take it. */
export interface TunedUnit {
  unit_id: number;
  /** A CSS colour. */
  color: string;
  /** Of the parameter, ascending. */
  values: readonly number[];
  /** The mean response to each value. */
  mean: ArrayLike<number>;
  /** The standard error of each mean; NaN if unknown. */
  sem: ArrayLike<number>;
  /** Over how many presentations each mean is. */
  n: ArrayLike<number>;
  /** The response to blank sweeps; n is 0 without any. */
  blank?: {mean: number; sem: number; n: number} | null;
}

/** Whether there is a curve to show. */
export function hasCurve(tuned: TunedUnit | null): tuned is TunedUnit {
  return tuned !== null && tuned.values.length > 0;
}

/** The highest and the lowest response of a curve: the indices of their values. */
export function extremeResponses({mean}: TunedUnit): {best: number; worst: number} {
  const responses = Array.from(mean);
  return {best: maxIndex(responses), worst: minIndex(responses)};
}

/** What stands in place of figures of units that are not there. */
export const NO_TUNING = {
  empty: "There are no units, or no presentations of this stimulus, in this session. Choose another stimulus.",
  caption: ""
};
