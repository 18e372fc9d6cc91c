import {movingMean, RUNNING_WINDOW} from "../../analysis/smoothing/index.js";
import {countText, percentText} from "../../words/index.js";

/** A common limit between running and standing still (cm/s). */
const RUNNING_ABOVE = 1;

/**
 * In how many of the rows the mouse ran, in two sentences: by the smoothed velocity, and row by row, which the sensor's
 * noise lifts over the limit also where the mouse stands. None of a session without running speed.
 * @param times of each row, ascending (s)
 * @param velocity cm/s, of each row
 */
export function runningShare(times: readonly number[], velocity: readonly number[]): string {
  if (velocity.length === 0) return "";
  const shareOf = (speeds: ArrayLike<number>) =>
    percentText(Array.from(speeds).filter((speed) => speed > RUNNING_ABOVE).length / velocity.length);
  const smoothed = shareOf(movingMean(times, velocity, RUNNING_WINDOW));
  return `In ${smoothed} of the ${countText(velocity.length)} rows that this page holds, the mouse ran faster than ${RUNNING_ABOVE} cm/s, a common limit between running and standing still. For this, velocity was averaged over ${RUNNING_WINDOW} s around each row. Row by row it is above the limit in ${shareOf(velocity)}: the sensor’s noise alone lifts single rows of a mouse that stands over so low a limit.`;
}
