import {interspikeIntervals} from "../correlograms/index.js";

/** Spikes nearer than this (s) belong to a burst. */
const BURST = 0.006;

/**
 * The share of intervals between spikes that are shorter than 6 ms (Mizuseki et al. 2012, Hippocampus 22: 1659). NaN
 * for fewer than two intervals.
 * @param train ascending spike times (s)
 */
export function burstIndex(train: ArrayLike<number>): number {
  return interspikeIntervals(train, BURST).belowRefractory;
}
