import {gaussianFilter} from "../smoothing/gaussian-filter.js";

/** How a spike train is sampled and smoothed. */
export interface SmoothedSpikeTrainOptions {
  /** Hz */
  samplingRate?: number;
  /** s */
  duration?: number;
  /** Standard deviation of the Gaussian (s), cut to whole samples. */
  width?: number;
}

/**
 * A spike train as a smooth course: 1 in samples with a spike, 0 in others, under a Gaussian. AllenSDK's measure of
 * reliability correlates such courses.
 *
 * @example
 * const course = smoothedSpikeTrain([0.1, 0.13, 1.2], {samplingRate: 100, duration: 2});
 *
 * @param spikeTimes s from the start of the course
 */
export function smoothedSpikeTrain(
  spikeTimes: ArrayLike<number>,
  {samplingRate = 30, duration = 3.1, width = 0.1}: SmoothedSpikeTrainOptions = {}
): Float64Array {
  const samples = new Float64Array(Math.trunc(duration * samplingRate));
  for (let spike = 0; spike < spikeTimes.length; ++spike) {
    const sample = Math.trunc(spikeTimes[spike] * samplingRate);
    if (sample < samples.length) samples[sample] = 1;
  }
  return gaussianFilter(samples, Math.trunc(width * samplingRate));
}
