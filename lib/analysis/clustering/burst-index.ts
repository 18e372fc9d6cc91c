import {limitOnClock} from "../correlograms/clock.js";
import {finiteTimes} from "../correlograms/finite-times.js";

/** Spikes nearer than this (s) belong to a burst. */
const BURST = 0.006;

/**
 * The share of intervals between spikes that are shorter than 6 ms (Mizuseki et al. 2012, Hippocampus 22: 1659). NaN
 * for fewer than two intervals. Times that are not finite are left out; of times on a clock, 6 ms is a number of ticks.
 * @param train ascending spike times (s)
 * @throws {AnalysisError} `wrong-argument` for times that do not ascend
 */
export function burstIndex(train: ArrayLike<number>): number {
  const times = finiteTimes(train);
  const intervals = times.length - 1;
  if (intervals < 2) return Number.NaN;
  const limit = limitOnClock(BURST, times);
  let short = 0;
  for (let i = 0; i < intervals; ++i) if (times[i + 1] - times[i] < limit) ++short;
  return short / intervals;
}
