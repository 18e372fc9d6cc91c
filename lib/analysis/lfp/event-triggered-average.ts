import {AnalysisError} from "../analysis-error.js";
import {lowerBound} from "../counting/bounds.js";
import {asMatrix, type Matrix, type MatrixLike} from "../linear-algebra/index.js";

/** Samples around an event; more are no window. */
const MOST_SAMPLES = 2 ** 24;

/** The mean course of a signal around events. */
export interface EventTriggeredAverage {
  /** s from the event. */
  times: Float64Array;
  /** Times × channels, in the signal's unit. NaN without an event. */
  mean: Matrix;
  /** Times × channels: standard deviation over events (with n − 1) / √n; NaN for fewer than two events. */
  sem: Matrix;
  /** How many events have their whole window in the recording; the others are left out. */
  events: number;
}

/** The stretch around events that is averaged. */
export interface EventWindow {
  /** s from the event; the first is usually negative. */
  window: readonly [from: number, to: number];
  /** Hz; 1250 for this project's LFP. */
  samplingRate: number;
}

/**
 * The average of a signal, e.g. the LFP, around events, e.g. onsets of a stimulus or spikes: at each event the samples
 * are counted from the one nearest to it. A sample that is NaN (masked) makes the mean NaN at its time.
 *
 * @example
 * const window = [-0.1, 0.4] as const; // s
 * const {mean, times} = eventTriggeredAverage(lfp, lfp.coords.time, onsets, {window, samplingRate: 1250});
 *
 * @param signal samples × channels
 * @param times of the samples (s), ascending
 * @param events s
 * @throws {AnalysisError} `wrong-shape` if there is not a time for each sample; `wrong-argument` for a window without a
 * sample or with millions of them, or a rate that is not positive
 */
export function eventTriggeredAverage(
  signal: MatrixLike,
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  {window: [from, to], samplingRate}: EventWindow
): EventTriggeredAverage {
  const {rows: samples, columns: channels, values} = asMatrix(signal, "signal");
  const [first, last] = [Math.round(from * samplingRate), Math.round(to * samplingRate)];
  const length = last - first + 1;
  if (times.length !== samples || !(length >= 1 && length <= MOST_SAMPLES && samplingRate > 0)) {
    throw new AnalysisError(times.length === samples ? "wrong-argument" : "wrong-shape", {
      path: "times, window",
      expected: `a time for each of ${samples} samples a positive rate, and a window that holds 1 to ${MOST_SAMPLES}`,
      found: `${times.length} times, ${from} to ${to} s at ${samplingRate} Hz`,
      remedy: "Give the recording's own times and rate."
    });
  }
  const starts = Array.from(events, (event) => nearest(times, event) + first).filter(
    (start) => start >= 0 && start + length <= samples
  );
  const n = starts.length;
  const size = length * channels;
  const [mean, sem] = [new Float64Array(size), new Float64Array(size)];
  for (const start of starts) for (let i = 0; i < size; ++i) mean[i] += values[start * channels + i];
  for (let i = 0; i < size; ++i) mean[i] /= n;
  for (const start of starts) for (let i = 0; i < size; ++i) sem[i] += (values[start * channels + i] - mean[i]) ** 2;
  for (let i = 0; i < size; ++i) sem[i] = n > 1 ? Math.sqrt(sem[i] / (n - 1) / n) : Number.NaN;
  const toMatrix = (own: Float64Array) => ({rows: length, columns: channels, values: own});
  return {
    times: Float64Array.from({length}, (_, i) => (first + i) / samplingRate),
    mean: toMatrix(mean),
    sem: toMatrix(sem),
    events: n
  };
}

/** The index of the time nearest to an event; −∞ where the recording does not reach. */
function nearest(times: ArrayLike<number>, event: number): number {
  const n = times.length;
  const after = lowerBound(times, event);
  if (Number.isNaN(event) || n === 0 || event < times[0] || event > times[n - 1]) return Number.NEGATIVE_INFINITY;
  return after > 0 && event - times[after - 1] < times[after] - event ? after - 1 : after;
}
