import {atOnce, type Steps} from "../long-task.js";
import {pairwiseMean} from "../statistics/pairwise-sum.js";
import {realFourierTransform} from "./fourier-transform.js";

/** The power of a signal by frequency. */
export interface PowerSpectralDensity {
  /** Hz, from 0 to half the sampling rate. */
  frequencies: Float64Array;
  /** The signal's unit squared per Hz; one-sided, so that its integral is the variance. */
  power: Float64Array;
}

/**
 * The power spectral density by Welch's method (Welch 1967): the mean over segments that overlap by half, each without
 * its mean and under a Hann window; as scipy's `signal.welch` by default.
 * @param samplingRate Hz
 * @param segmentLength samples; at most as many as the signal has
 */
export function powerSpectralDensity(
  signal: ArrayLike<number>,
  samplingRate: number,
  segmentLength: number
): PowerSpectralDensity {
  return atOnce(powerSpectralDensitySteps(signal, samplingRate, segmentLength));
}

/** {@link powerSpectralDensity} in steps. */
export function* powerSpectralDensitySteps(
  signal: ArrayLike<number>,
  samplingRate: number,
  segmentLength: number
): Steps<PowerSpectralDensity> {
  const n = Math.min(segmentLength, signal.length);
  const step = n - Math.floor(n / 2);
  const window = Float64Array.from({length: n}, (_, k) => (n === 1 ? 1 : 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / n)));
  const energy = window.reduce((sum, weight) => sum + weight * weight, 0);
  const count = n === 0 ? 0 : Math.floor(n / 2) + 1;
  const power = new Float64Array(count);
  let segments = 0;
  for (let start = 0; n > 0 && start + n <= signal.length; start += step, ++segments) {
    yield start / signal.length;
    const segment = Float64Array.from({length: n}, (_, k) => signal[start + k]);
    const mean = pairwiseMean(segment);
    const {real, imaginary} = realFourierTransform(segment.map((value, k) => (value - mean) * window[k]));
    for (let j = 0; j < count; ++j) power[j] += real[j] ** 2 + imaginary[j] ** 2;
  }
  for (let j = 0; j < count; ++j) {
    const isMirrored = j > 0 && 2 * j !== n;
    power[j] *= (isMirrored ? 2 : 1) / (samplingRate * energy * segments);
  }
  return {frequencies: Float64Array.from({length: count}, (_, j) => (j * samplingRate) / n), power};
}
