import {DRIFT_MODEL, type Drift, driftedAmplitude} from "./drift.js";
import {normalQuantile} from "./normal-distribution.js";
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

/** What the amplitudes of a unit's spikes depend on. */
interface DrawnUnit extends Pick<Unit, "amplitudeCutoff"> {
  amplitudeDrift: AmplitudeDrift;
  drift: Drift | null;
  spikes: Float64Array;
}

/**
 * The amplitude of each spike, volts: the peak-to-trough of the unit's mean waveform, times its slow change, times what a
 * drift leaves of it, times a normal variation from which the smallest are missing, as many as the unit's amplitude cutoff
 * says, and those that the drift has brought below the threshold of detection.
 *
 * @param peakToTrough of the mean waveform on the peak channel, µV
 */
export function spikeAmplitudes(
  {amplitudeCutoff, amplitudeDrift: {share, period, phase}, drift, spikes}: DrawnUnit,
  peakToTrough: number,
  recording: readonly [number, number],
  random: RandomStream
): Float64Array {
  const cutoff = normalQuantile(amplitudeCutoff);
  return spikes.map((time) => {
    const left = driftedAmplitude(drift, time, recording);
    const threshold = drift ? Math.max(cutoff, (DRIFT_MODEL.threshold / left - 1) / AMPLITUDE_VARIATION) : cutoff;
    const change = left * (1 + share * Math.sin(2 * Math.PI * (time / period + phase)));
    const variation = 1 + AMPLITUDE_VARIATION * random.normalWithin(0, 1, threshold, 6);
    const amplitude = 1e-6 * peakToTrough * change * variation;
    return Math.max(1, Math.round(amplitude / AMPLITUDE_STEP)) * AMPLITUDE_STEP;
  });
}
