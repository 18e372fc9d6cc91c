import type {BinnedRange} from "../../session/index.js";
import {countedText} from "../../words/index.js";
import {NO_RUNNING} from "./no-running.js";

/**
 * Running over the whole session, the part whose rows the page holds shaded.
 * @param velocity cm/s
 * @param starts when each of these rows begins, ascending (s)
 */
export function runningStrip(velocity: BinnedRange, starts: ArrayLike<number>) {
  if (!velocity.maximum.some(Number.isFinite)) return NO_RUNNING;
  const bins = velocity.minimum.length;
  const [from, to] = [starts[0], starts[starts.length - 1]];
  const width = `${velocity.width.toFixed(2)} s`;
  return {
    data: [velocity] as const,
    options: {
      label: "velocity (cm/s)",
      unit: "cm/s",
      held: [from, to] as const,
      ariaLabel: "Running speed over the session",
      ariaDescription: `The range of velocity in each of ${bins} bins of ${width}`
    },
    caption: `It lasts ${Math.round((bins * velocity.width) / 60)} minutes: from the least to the largest value in each of ${countedText(bins, "bins")} of ${width}. The shaded part, ${Math.round(to - from)} s, is the one whose ${countedText(starts.length, "rows")} this page holds; the mark in it is the window shown below.`
  };
}
