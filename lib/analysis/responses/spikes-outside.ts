import {lowerBound} from "../counting/bounds.js";

/** A stretch of time, [start, stop) in s. */
export type Interval = readonly [start: number, stop: number];

/**
 * The spikes of a train that are in none of the intervals: without those during pulses of light, or invalid times.
 * @param train ascending spike times (s)
 * @param intervals in any order; they may overlap
 */
export function spikesOutside(train: Float64Array, intervals: readonly Interval[]): Float64Array {
  const outside = new Float64Array(train.length);
  let kept = 0;
  let from = 0;
  for (const [start, stop] of intervals.toSorted(([a], [b]) => a - b)) {
    const to = lowerBound(train, start, from);
    outside.set(train.subarray(from, to), kept);
    kept += to - from;
    from = Math.max(to, lowerBound(train, stop, to));
  }
  outside.set(train.subarray(from), kept);
  return outside.slice(0, kept + train.length - from);
}
