import {countText} from "../../words/index.js";

/** A common limit between running and standing still (cm/s). */
const RUNNING_ABOVE = 1;

/**
 * In how many of the rows the mouse ran, in a sentence; none of a session without running speed.
 * @param velocity cm/s, of each row
 */
export function runningShare(velocity: readonly number[]): string {
  if (velocity.length === 0) return "";
  const running = velocity.filter((speed) => speed > RUNNING_ABOVE).length;
  const percent = ((100 * running) / velocity.length).toFixed(0);
  return `In ${percent} % of the ${countText(velocity.length)} rows that this page holds, the mouse ran faster than ${RUNNING_ABOVE} cm/s, a common limit between running and standing still.`;
}
