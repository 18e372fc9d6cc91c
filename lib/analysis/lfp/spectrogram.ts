import {AnalysisError} from "../analysis-error.js";
import {takingTurns} from "../long-task.js";
import {powerSpectralDensity} from "../spectrum/power-spectral-density.js";
import {checkSegments, type SegmentOptions} from "./power-spectrum.js";

/** The power of one signal by frequency and time. */
export interface Spectrogram {
  /** Hz, from 0 to half the sampling rate. */
  frequencies: Float64Array;
  /** s from the first sample; the middle of each segment. */
  times: Float64Array;
  /** Times × frequencies in C order, in the signal's unit squared per Hz. NaN for a segment that holds a NaN. */
  power: Float64Array;
}

/**
 * The spectrogram of a signal: the power spectral density of each segment, without its mean and under a Hann window, as
 * scipy's `signal.spectrogram` with `window="hann"`. A signal that is shorter than a segment has no times.
 *
 * @example
 * const {times, power} = await spectrogram(channel, {samplingRate: 1250, segmentLength: 512, overlap: 448});
 *
 * @param signal samples of one channel, of a stretch without a gap in its clock
 * @throws {AnalysisError} `too-few-data` for fewer than two samples, `wrong-argument`; what the signal was aborted with
 */
export async function spectrogram(
  signal: ArrayLike<number>,
  {
    samplingRate,
    segmentLength = 256,
    overlap = segmentLength >> 1,
    ...options
  }: SegmentOptions & {/** Samples that neighbouring segments share; half of them by default. */ overlap?: number}
): Promise<Spectrogram> {
  const turn = takingTurns(options);
  checkSegments(signal.length, samplingRate, segmentLength);
  if (!(Number.isInteger(overlap) && overlap >= 0 && overlap < segmentLength)) {
    const [expected, found] = [`an overlap from 0 to ${segmentLength - 1} samples`, `${overlap}`];
    throw new AnalysisError("wrong-argument", {path: "overlap", expected, found, remedy: "Give half a segment."});
  }
  const step = segmentLength - overlap;
  const segments = Math.max(0, Math.floor((signal.length - overlap) / step));
  const count = Math.floor(segmentLength / 2) + 1;
  const power = new Float64Array(segments * count);
  for (let segment = 0; segment < segments; ++segment) {
    const first = segment * step;
    const samples = Float64Array.from({length: segmentLength}, (_, i) => signal[first + i]);
    power.set(powerSpectralDensity(samples, samplingRate, segmentLength).power, segment * count);
    await turn((segment + 1) / segments);
  }
  return {
    frequencies: Float64Array.from({length: count}, (_, j) => (j * samplingRate) / segmentLength),
    times: Float64Array.from({length: segments}, (_, k) => (k * step + segmentLength / 2) / samplingRate),
    power
  };
}
