import {pairwiseMean} from "../statistics/pairwise-sum.js";
import {limitOnClock} from "./clock.js";
import {finiteTimes} from "./finite-times.js";

/** What the intervals between a unit's spikes are like. All but `n` are NaN for fewer than two intervals. */
export interface InterspikeIntervals {
  /** The number of intervals. */
  n: number;
  /** s */
  median: number;
  /** s */
  mean: number;
  /** Coefficient of variation: standard deviation (with n) / mean; 1 for a Poisson process. */
  cv: number;
  /**
   * Local variation, 3 · mean of ((I − I′) / (I + I′))² over intervals and those that follow (Shinomoto, Shima and
   * Tanji 2003): 1 for a Poisson process, also where its rate changes slowly. NaN if three spikes in a row are at one time.
   */
  lv: number;
  /** The share of intervals shorter than `refractory`. */
  belowRefractory: number;
}

/**
 * Statistics of the intervals between spikes. Of times on a clock of which `refractory` is a whole number of ticks, an interval
 * of as many ticks is not shorter, whatever rounding says. Times that are not finite are left out.
 * @param train ascending spike times (s)
 * @param refractory s
 * @throws {AnalysisError} `wrong-argument` for times that do not ascend
 */
export function interspikeIntervals(train: ArrayLike<number>, refractory = 0.0015): InterspikeIntervals {
  const times = finiteTimes(train);
  const n = Math.max(0, times.length - 1);
  if (n < 2) {
    return {n, median: Number.NaN, mean: Number.NaN, cv: Number.NaN, lv: Number.NaN, belowRefractory: Number.NaN};
  }
  const intervals = Float64Array.from({length: n}, (_, i) => times[i + 1] - times[i]);
  const sorted = intervals.slice().sort();
  const median = n % 2 ? sorted[(n - 1) / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  const mean = pairwiseMean(intervals);
  const deviation = Math.sqrt(pairwiseMean(intervals.map((interval) => (interval - mean) ** 2)));
  const local = Float64Array.from({length: n - 1}, (_, i) => {
    const [own, next] = [intervals[i], intervals[i + 1]];
    return ((own - next) / (own + next)) ** 2;
  });
  const limit = limitOnClock(refractory, times);
  let short = 0;
  for (const interval of intervals) if (interval < limit) ++short;
  return {n, median, mean, cv: deviation / mean, lv: 3 * pairwiseMean(local), belowRefractory: short / n};
}
