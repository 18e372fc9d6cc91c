import {AnalysisError} from "../analysis-error.js";
import {mergeSteps} from "../counting/merge-trains.js";
import {inTurns, type LongTaskOptions, takingTurns} from "../long-task.js";
import type {Correlogram} from "./cross-correlogram.js";
import {finiteTimes} from "./finite-times.js";
import {type LagBins, type LagOptions, lagBins} from "./lag-bins.js";
import {LagCounts} from "./lag-counts.js";

/** The correlograms of every pair of a set of trains, and of each with itself. */
export interface AllCorrelograms extends LagBins {
  /** How many spikes each train has. */
  spikes: number[];
  /**
   * The cross-correlogram of two trains, by their indices in the list; the autocorrelogram of a train and itself.
   * @throws {AnalysisError} `wrong-argument` for an index that is not in the list
   */
  between(fixed: number, moving: number): Correlogram;
}

/** The most counts held at once: 4 GB of them. */
const MOST_COUNTS = 2 ** 30;
/** Spikes between two looks at the signal; those of a part, and the counts of one train, stay in the processor's cache. */
const PART = 16_384;

/**
 * The cross-correlograms of all pairs of trains, each as {@link crossCorrelogram} counts it. All spikes are put in the
 * order of time and each is held against those of the window before it, so that no time is spent on pairs of trains
 * whose spikes are far apart.
 *
 * @example
 * const correlograms = await allCrossCorrelograms(trains, {window: 0.025, binWidth: 0.0005});
 *
 * @param trains ascending spike times (s) of each unit
 * @throws {AnalysisError} `wrong-argument` for bins that make no sense, more counts than memory holds, or times that do
 * not ascend; what the signal was aborted with
 */
export async function allCrossCorrelograms(
  trains: readonly ArrayLike<number>[],
  options: LagOptions & LongTaskOptions = {}
): Promise<AllCorrelograms> {
  const bins = lagBins(options);
  const turn = takingTurns(options);
  const size = (trains.length ** 2 * bins.bins) / 2;
  if (size > MOST_COUNTS) {
    throw new AnalysisError("wrong-argument", {
      path: "trains",
      expected: `at most ${MOST_COUNTS} counts`,
      found: `${size}: ${trains.length}² pairs × ${bins.bins / 2} bins`,
      remedy: "Choose fewer units, a shorter window or wider bins."
    });
  }
  const merged = await inTurns(mergeSteps(trains.map(finiteTimes)), {signal: options.signal});
  const counts = new LagCounts(merged, trains.length, bins);
  for (let from = 0; from < counts.spikes; from += PART) {
    await turn(from / counts.spikes);
    counts.countPart(from, Math.min(from + PART, counts.spikes));
  }
  await turn(1);
  const spikes = trains.map(({length}) => length);
  const between = (fixed: number, moving: number) => {
    if (!(fixed in trains && moving in trains)) {
      const [expected, found] = [`indices from 0 to ${trains.length - 1}`, `${fixed} and ${moving}`];
      throw new AnalysisError("wrong-argument", {expected, found, remedy: "Give the indices of two trains."});
    }
    const own = counts.between(fixed, moving);
    return {...bins, counts: own, fixedSpikes: spikes[fixed], movingSpikes: spikes[moving]};
  };
  return {...bins, spikes, between};
}
