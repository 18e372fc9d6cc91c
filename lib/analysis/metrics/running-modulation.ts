import {pairwiseMean} from "../statistics/pairwise-sum.js";
import {welchTTest} from "../statistics/welch-t-test.js";

/** What running does to a unit's response. */
export interface RunningModulation {
  /** Of Welch's t-test between running and stationary trials. */
  pValue: number;
  /** From −1 (fires only when the mouse stands) to 1 (only when it runs). */
  modulation: number;
}

/**
 * Compares the spikes of trials on which the mouse ran with those on which it stood: the difference of the means over
 * the greater of them. NaN unless there are two trials of each kind, and spikes in either.
 * @param spikeCounts of each trial
 * @param runningSpeeds of each trial (cm/s); a trial whose speed is NaN counts as stationary
 * @param threshold from which speed on the mouse runs (cm/s)
 */
export function runningModulation(
  spikeCounts: ArrayLike<number>,
  runningSpeeds: ArrayLike<number>,
  threshold = 1
): RunningModulation {
  const counts = Array.from(spikeCounts);
  const running = counts.filter((_, trial) => runningSpeeds[trial] >= threshold);
  const stationary = counts.filter((_, trial) => !(runningSpeeds[trial] >= threshold));
  const undefinedModulation = {pValue: Number.NaN, modulation: Number.NaN};
  if (spikeCounts.length !== runningSpeeds.length || running.length < 2 || stationary.length < 2) {
    return undefinedModulation;
  }
  const [run, stand] = [pairwiseMean(running), pairwiseMean(stationary)];
  if (run === 0 && stand === 0) return undefinedModulation;
  const modulation = run > stand ? (run - stand) / run : (-1 * (stand - run)) / stand;
  return {pValue: welchTTest(running, stationary).p, modulation};
}
