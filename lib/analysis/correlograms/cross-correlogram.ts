import {binsOnClock, clockRate, sharedClock, trainClock} from "./clock.js";
import {countLags} from "./count-lags.js";
import {finiteTimes} from "./finite-times.js";
import {type LagBins, type LagOptions, lagBins} from "./lag-bins.js";

/** How often a spike of one train comes so long after, or before, one of another. */
export interface Correlogram extends LagBins {
  /** The number of pairs of spikes in each bin. */
  counts: Uint32Array;
  /** How many spikes the fixed train has. */
  fixedSpikes: number;
  /** How many spikes the moving train has. */
  movingSpikes: number;
  /**
   * Hz: the coarsest clock on which are all times, but for their rounding, and the edges of the bins. Lags are counted in its
   * ticks. Null where there is none, as for trains of two probes: then lags are the differences of the times as they are.
   */
  clockRate: number | null;
}

/**
 * The cross-correlogram of two spike trains: of all pairs of a spike of each, how many have a lag
 * (moving − fixed, s) in each bin [edge k, edge k + 1). A peak at +2 ms says that the moving train fires 2 ms after the
 * fixed one. Exact: each lag is the difference of two times, compared with the edges (Perkel, Gerstein and Moore 1967); of
 * trains that were sampled on one clock that the edges are on, too, it is a whole number of ticks, so that no rounding moves
 * a lag on an edge into the bin before it. Trains without spikes give counts of 0; of NaN no lag is in any bin.
 *
 * @example
 * const {counts, edges} = crossCorrelogram(fixed, moving, {window: 0.1, binWidth: 0.001}); // lags to ±100 ms
 *
 * @param fixed ascending spike times (s)
 * @param moving ascending spike times (s)
 * @throws {AnalysisError} `wrong-argument`, as {@link lagBins}, and for times that do not ascend
 */
export function crossCorrelogram(
  fixed: ArrayLike<number>,
  moving: ArrayLike<number>,
  options: LagOptions = {}
): Correlogram {
  const bins = lagBins(options);
  const counts = new Uint32Array(bins.bins);
  const [own, others] = [finiteTimes(fixed), finiteTimes(moving)];
  const {binWidth} = bins;
  const clock = sharedClock(trainClock(own, binWidth), trainClock(others, binWidth), binWidth);
  countLags(own, others, binsOnClock(bins, clock), counts);
  const [fixedSpikes, movingSpikes] = [fixed.length, moving.length];
  return {...bins, counts, fixedSpikes, movingSpikes, clockRate: clockRate(clock, binWidth)};
}

/**
 * The autocorrelogram of a spike train: its cross-correlogram with itself, without the pairs of a spike with itself.
 *
 * @example
 * const {counts} = autocorrelogram(train, {window: 0.1, binWidth: 0.001});
 *
 * @param train ascending spike times (s)
 * @throws {AnalysisError} `wrong-argument`, as {@link crossCorrelogram}
 */
export function autocorrelogram(train: ArrayLike<number>, options: LagOptions = {}): Correlogram {
  const correlogram = crossCorrelogram(train, train, options);
  let itself = 0;
  for (let i = 0; i < train.length; ++i) if (Number.isFinite(train[i])) ++itself;
  correlogram.counts[correlogram.bins / 2] -= itself;
  return correlogram;
}
