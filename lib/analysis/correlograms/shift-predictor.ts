import {AnalysisError} from "../analysis-error.js";
import {lowerBound} from "../counting/bounds.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {binsOnClock, clockRate, sharedClock, trainClock} from "./clock.js";
import {type ConfidenceBand, confidenceBand} from "./confidence-band.js";
import {countLags} from "./count-lags.js";
import type {Correlogram} from "./cross-correlogram.js";
import {finiteTimes} from "./finite-times.js";
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
 * @throws {AnalysisError} `too-few-data` for fewer than two trials; `wrong-argument` for bins that make no sense, or times that
 * do not ascend; what the signal was aborted with
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
  const {binWidth} = bins;
  const [own, others] = [finiteTimes(fixed), finiteTimes(moving)];
  const clock = sharedClock(trainClock(own, binWidth), trainClock(others, binWidth), binWidth);
  // Times from onset are on a clock if the onsets are on it, too.
  const clockOfOnsets = trainClock(Float64Array.from(onsets).sort(), binWidth);
  const clocks = {absolute: clock, aligned: sharedClock(clock, clockOfOnsets, binWidth)};
  const cut = (train: Float64Array, relative: boolean) =>
    Array.from(onsets, (onset) => {
      const [first, last] = [lowerBound(train, onset + from), lowerBound(train, onset + to)];
      return train.slice(first, last).map((time) => time - (relative ? onset : 0));
    });
  const correlate = (a: Float64Array[], b: Float64Array[], shift: number) => {
    const counts = new Uint32Array(bins.bins);
    const onClock = binsOnClock(bins, shift === 0 ? clocks.absolute : clocks.aligned);
    for (let trial = 0; trial < trials; ++trial) countLags(a[trial], b[(trial + shift) % trials], onClock, counts);
    return counts;
  };
  const [fixedTrials, movingTrials] = [cut(own, false), cut(others, false)];
  const spikes = (cuts: Float64Array[]) => cuts.reduce((sum, {length}) => sum + length, 0);
  const correlogram = {
    ...bins,
    counts: correlate(fixedTrials, movingTrials, 0),
    fixedSpikes: spikes(fixedTrials),
    movingSpikes: spikes(movingTrials),
    clockRate: clockRate(clock, binWidth)
  };
  const [fixedAligned, movingAligned] = [cut(own, true), cut(others, true)];
  const rows: Uint32Array[] = [];
  for (let shift = 1; shift < trials; ++shift) {
    rows.push(correlate(fixedAligned, movingAligned, shift));
    await turn(shift / (trials - 1));
  }
  return {correlogram, ...confidenceBand(rows, level)};
}
