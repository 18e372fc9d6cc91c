import type {RandomStream} from "./random-stream.js";
import type {Unit} from "./units.js";

/** A unit's slow change of amplitude, as the probe moves: 1 + share · sin 2π(t / period + phase), t in seconds. */
export interface AmplitudeDrift {
  share: number;
  period: number;
  phase: number;
}

/** Standard deviation of a unit's spike amplitudes, relative to their mean. */
export const AMPLITUDE_VARIATION = 0.14;
/** Amplitudes are multiples of this, volts: about 15 nV, and short in binary, so that they compress. */
export const AMPLITUDE_STEP = 2 ** -26;

export function drawAmplitudeDrift(random: RandomStream): AmplitudeDrift {
  return {share: random.uniform(0.01, 0.1), period: random.uniform(700, 2500), phase: random.uniform()};
}

/**
 * The amplitude of each spike, volts: the peak-to-trough of the unit's mean waveform, times the drift, times a normal
 * variation from which the smallest are missing, as many as the unit's amplitude cutoff says.
 *
 * @param peakToTrough of the mean waveform on the peak channel, µV
 */
export function spikeAmplitudes(
  {amplitudeCutoff}: Unit,
  spikes: Float64Array,
  peakToTrough: number,
  {share, period, phase}: AmplitudeDrift,
  random: RandomStream
): Float64Array {
  const threshold = normalQuantile(amplitudeCutoff);
  return spikes.map((time) => {
    const drift = 1 + share * Math.sin(2 * Math.PI * (time / period + phase));
    const variation = 1 + AMPLITUDE_VARIATION * random.normalWithin(0, 1, threshold, 6);
    const amplitude = 1e-6 * peakToTrough * drift * variation;
    return Math.max(1, Math.round(amplitude / AMPLITUDE_STEP)) * AMPLITUDE_STEP;
  });
}

/** The value that a standard normal variable undercuts with the given probability, by bisection; at least −6. */
function normalQuantile(probability: number): number {
  let [low, high] = [-6, 6];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (normalProbability(middle) < probability) low = middle;
    else high = middle;
  }
  return low;
}

/** The normal distribution function; Abramowitz and Stegun 1964, formula 26.2.17 (error below 7.5e-8). */
function normalProbability(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x > 0 ? 1 - tail : tail;
}
