import {lowerBound} from "../counting/bounds.js";

/**
 * How long after each onset a unit fires first.
 * @param train ascending spike times (s)
 * @param onsets s
 * @param window s from the onset, [from, to): earlier than some 20 ms a spike is hardly an answer
 * @returns s from each onset; NaN where the unit does not fire in the window
 */
export function firstSpikeLatency(
  train: ArrayLike<number>,
  onsets: ArrayLike<number>,
  [from, to]: readonly [from: number, to: number]
): Float64Array {
  return Float64Array.from(onsets, (onset) => {
    const first = lowerBound(train, onset + from);
    return first < train.length && train[first] < onset + to ? train[first] - onset : Number.NaN;
  });
}
