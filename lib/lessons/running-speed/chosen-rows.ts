import {lowerBound} from "../../analysis/counting/index.js";

/** The rows that the tutorial shows. */
export const TUTORIAL_ROWS = {first: 5000, count: 100};

/** The least number of rows that a reader can look at. */
export const FEWEST_ROWS = 20;

/** From which row on a reader can look: the limits of the choice, and the tutorial's row where there are so many. */
export function fromFirstRow(rowCount: number): {min: number; max: number; value: number} {
  return {
    min: 0,
    max: Math.max(1, rowCount - FEWEST_ROWS),
    value: Math.min(TUTORIAL_ROWS.first, Math.max(0, rowCount - TUTORIAL_ROWS.count))
  };
}

/**
 * The first of so many rows whose middle is nearest to a time.
 * @param starts when each row begins, ascending (s)
 * @param time s
 */
export function firstRowAround(starts: ArrayLike<number>, time: number, count: number): number {
  const middle = lowerBound(starts, time);
  return Math.max(0, Math.min(starts.length - FEWEST_ROWS, middle - Math.round(count / 2)));
}
