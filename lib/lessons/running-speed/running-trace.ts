import {mean} from "d3";
import {decimalText} from "../../words/index.js";
import {TUTORIAL_ROWS} from "./chosen-rows.js";
import {NO_RUNNING} from "./no-running.js";

/** Some rows of running speed, times in s. */
export interface RunningRows {
  starts: ArrayLike<number>;
  ends: ArrayLike<number>;
  midpoints: ArrayLike<number>;
  /** cm/s; NaN where it was not measured. */
  velocity: ArrayLike<number>;
}

/**
 * Running close up, a value for each row.
 * @param first the first of these rows in the table that they are taken from
 */
export function runningTrace({starts, ends, midpoints, velocity}: RunningRows, first: number) {
  if (starts.length === 0) return NO_RUNNING;
  const n = starts.length;
  const [from, to] = [starts[0], ends[n - 1]];
  const average = mean(Array.from(velocity)) ?? Number.NaN;
  return {
    data: [{times: midpoints, values: velocity}] as const,
    options: {
      label: "velocity (cm/s)",
      unit: "cm/s",
      include: 0,
      ariaLabel: "Running speed in the chosen window",
      ariaDescription: `${n} rows from ${from.toFixed(2)} to ${to.toFixed(2)} s`
    },
    caption: `Each value stands at the middle of its row: rows ${first} to ${first + n - 1}, n = ${n}, over ${(to - from).toFixed(2)} s. Its mean is ${decimalText(average, 2)} cm/s. The tutorial shows the ${TUTORIAL_ROWS.count} rows from row ${TUTORIAL_ROWS.first}.`
  };
}
