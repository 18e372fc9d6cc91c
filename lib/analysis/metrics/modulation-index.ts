import {lowerBound} from "../counting/bounds.js";
import {powerSpectralDensity} from "../spectrum/power-spectral-density.js";
import {pairwiseMean} from "../statistics/pairwise-sum.js";

/** Samples in a segment of the spectrum; AllenSDK's. */
const SEGMENT = 1024;

/**
 * How far the power of a response at the frequency of a drifting grating stands out of its spectrum, in standard
 * deviations over frequencies (Matteucci et al. 2019). 0 without variation; NaN if the frequency is above the spectrum.
 * @param psth mean response in equal bins
 * @param temporalFrequency of the grating (Hz)
 * @param samplingRate bins per second
 */
export function modulationIndex(psth: ArrayLike<number>, temporalFrequency: number, samplingRate: number): number {
  if (psth.length === 0) return Number.NaN;
  const {frequencies, power} = powerSpectralDensity(psth, samplingRate, SEGMENT);
  const mean = pairwiseMean(power);
  if (mean === 0) return 0;
  const index = lowerBound(frequencies, temporalFrequency);
  if (index >= power.length) return Number.NaN;
  const deviation = Math.sqrt(pairwiseMean(power.map((value) => value * value)) - mean * mean);
  return Math.abs((power[index] - mean) / deviation);
}
