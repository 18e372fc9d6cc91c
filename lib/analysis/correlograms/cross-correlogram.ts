import {countLags} from "./count-lags.js";
import {type LagBins, type LagOptions, lagBins} from "./lag-bins.js";

/** How often a spike of one train comes so long after, or before, one of another. */
export interface Correlogram extends LagBins {
  /** The number of pairs of spikes in each bin. */
  counts: Uint32Array;
  /** How many spikes the fixed train has. */
  fixedSpikes: number;
  /** How many spikes the moving train has. */
  movingSpikes: number;
}

/**
 * The cross-correlogram of two spike trains: of all pairs of a spike of each, how many have a lag
 * (moving − fixed, s) in each bin [edge k, edge k + 1). A peak at +2 ms says that the moving train fires 2 ms after the
 * fixed one. Exact: each lag is the difference of two times, compared with the edges (Perkel, Gerstein and Moore 1967).
 * Trains without spikes give counts of 0; of NaN no lag is in any bin.
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
  countLags(fixed, moving, bins, counts);
  return {...bins, counts, fixedSpikes: fixed.length, movingSpikes: moving.length};
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
