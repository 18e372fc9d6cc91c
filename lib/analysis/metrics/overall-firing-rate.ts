import {lowerBound} from "../counting/bounds.js";
import {pairwiseSum} from "../statistics/pairwise-sum.js";

/** When the blocks of a stimulus began and ended (s), one number per block. */
export interface StimulusBlocks {
  starts: Float64Array;
  stops: Float64Array;
}

/**
 * The blocks of a stimulus: a new one begins where two presentations begin more than two trials apart.
 * @param starts onsets of presentations, ascending (s)
 * @param stops ends of presentations (s)
 * @param trialDuration s
 */
export function stimulusBlocks(
  starts: ArrayLike<number>,
  stops: ArrayLike<number>,
  trialDuration: number
): StimulusBlocks {
  const n = starts.length;
  const rows = Array.from({length: n}, (_, row) => row);
  const isFirst = (row: number) => row === 0 || starts[row] - starts[row - 1] > trialDuration * 2;
  const first = rows.filter(isFirst);
  const last = rows.filter((row) => row === n - 1 || isFirst(row + 1));
  return {starts: Float64Array.from(first, (row) => starts[row]), stops: Float64Array.from(last, (row) => stops[row])};
}

/**
 * The mean firing rate (Hz) within the blocks of a stimulus, each from its start until before its stop. 0 without
 * spikes; NaN if the blocks have no duration, or starts and stops are not as many.
 * @param spikeTimes ascending (s)
 */
export function overallFiringRate({starts, stops}: StimulusBlocks, spikeTimes: ArrayLike<number>): number {
  if (starts.length !== stops.length) return Number.NaN;
  if (spikeTimes.length === 0) return 0;
  const duration = pairwiseSum(stops.map((stop, block) => stop - starts[block]));
  if (!(duration > 0)) return Number.NaN;
  let spikes = 0;
  for (let block = 0; block < starts.length; ++block) {
    spikes += lowerBound(spikeTimes, stops[block]) - lowerBound(spikeTimes, starts[block]);
  }
  return spikes / duration;
}
