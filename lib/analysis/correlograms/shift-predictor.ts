import {AnalysisError} from "../analysis-error.js";
import {lowerBound} from "../counting/bounds.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {type ConfidenceBand, confidenceBand} from "./confidence-band.js";
import {countLags} from "./count-lags.js";
import type {Correlogram} from "./cross-correlogram.js";
import {type LagOptions, lagBins} from "./lag-bins.js";

/** Which part of the trials is compared. */
export interface ShiftOptions extends LagOptions, LongTaskOptions {
  /** Onsets of the trials (s): repeats of one stimulus. */
  onsets: ArrayLike<number>;
  /** The part of each trial that counts, [from, to) in s from its onset. */
  trial: readonly [from: number, to: number];
  /** 0.05 by default. */
  level?: number;
}

/** The correlogram within trials and what is expected of it where only the stimulus made the trains alike. */
export interface ShiftPredictor extends ConfidenceBand {
  /** Of pairs of spikes in the same trial. */
  correlogram: Correlogram;
}

/**
 * The shift predictor of a cross-correlogram: the spikes of the fixed train in each trial are held against those of the
 * moving train k trials later (in a circle), for every shift k; what is locked to the stimulus stays, what is not goes
 * (Perkel, Gerstein and Moore 1967). The mean over shifts is the shuffle predictor; each shift is one surrogate.
 *
 * @example
 * const {mean} = await shiftPredictor(fixed, moving, {onsets, trial: [0, 2], window: 0.05});
 *
 * @throws {AnalysisError} `too-few-data` for fewer than two trials, `wrong-argument`; what the signal was aborted with
 */
export async function shiftPredictor(
  fixed: ArrayLike<number>,
  moving: ArrayLike<number>,
  {onsets, trial: [from, to], level = 0.05, ...options}: ShiftOptions
): Promise<ShiftPredictor> {
  const trials = onsets.length;
  if (trials < 2 || !(to > from) || !(level > 0 && level < 1)) {
    throw new AnalysisError(trials < 2 ? "too-few-data" : "wrong-argument", {
      path: "onsets, trial, level",
      expected: "at least two trials, times (s) of which the second is later, and a level between 0 and 1",
      found: `${trials} trials, ${from} to ${to}, ${level}`,
      remedy: "Choose a stimulus that was repeated."
    });
  }
  const turn = takingTurns(options);
  const bins = lagBins(options);
  const cut = (train: ArrayLike<number>, relative: boolean) =>
    Array.from(onsets, (onset) => {
      const [first, last] = [lowerBound(train, onset + from), lowerBound(train, onset + to)];
      return Float64Array.from({length: last - first}, (_, i) => train[first + i] - (relative ? onset : 0));
    });
  const correlate = (a: Float64Array[], b: Float64Array[], shift: number) => {
    const counts = new Uint32Array(bins.bins);
    for (let trial = 0; trial < trials; ++trial) countLags(a[trial], b[(trial + shift) % trials], bins, counts);
    return counts;
  };
  const [fixedTrials, movingTrials] = [cut(fixed, false), cut(moving, false)];
  const spikes = (cuts: Float64Array[]) => cuts.reduce((sum, {length}) => sum + length, 0);
  const correlogram = {
    ...bins,
    counts: correlate(fixedTrials, movingTrials, 0),
    fixedSpikes: spikes(fixedTrials),
    movingSpikes: spikes(movingTrials)
  };
  const [fixedAligned, movingAligned] = [cut(fixed, true), cut(moving, true)];
  const rows: Uint32Array[] = [];
  for (let shift = 1; shift < trials; ++shift) {
    rows.push(correlate(fixedAligned, movingAligned, shift));
    await turn(shift / (trials - 1));
  }
  return {correlogram, ...confidenceBand(rows, level)};
}
