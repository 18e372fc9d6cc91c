import {mean} from "d3";
import type {TuningCurve} from "../../analysis/tuning/index.js";

/** How many presentations a condition has on average, in words. */
export function meanRepeats({n}: Pick<TuningCurve, "n">): string {
  return mean(n)?.toFixed(0) ?? "no";
}
