import type {Channel} from "./channels.js";
import type {QualityMetrics} from "./quality-metrics.js";
import type {RandomStream} from "./random-stream.js";
import type {Unit} from "./units.js";

/** Samples of a mean waveform, and the one at which the trough of the peak channel lies. */
export const WAVEFORM_SAMPLES = 82;
export const TROUGH_SAMPLE = 20;

/** Constants of the waveforms: noise (SD) and rounding in µV, and the widths of the peak after the trough. */
export const WAVEFORM_SHAPE = {
  noise: 0.2,
  rounding: 1 / 16,
  /** Share of the waveform's duration that is the standard deviation of the peak's rise; its fall is so many times longer. */
  rise: 1 / 3,
  fall: {"regular-spiking": 2, "fast-spiking": 1.4},
  /** A channel on which the waveform is smaller than this, µV, is exactly 0. */
  least: 0.5
} as const;

/** Share of the largest waveform that the metric `spread` calls present (ecephys_spike_sorting). */
const SPREAD_THRESHOLD = 0.12;

/** Length over which the amplitude falls to 1/e, µm: such that the unit has the spread that its metric states. */
export function decayLength({spread}: QualityMetrics): number {
  return Math.max(12, spread / (2 * Math.log(1 / SPREAD_THRESHOLD)));
}

/**
 * A unit's mean waveform, µV, on each channel of its probe: `channels.length` rows of 82 samples. It is
 *
 *   A exp(−r / λ) · s(t − delay),  s(t) = −exp(−t² / 2σ²) + P · peak(t − duration)
 *
 * with distance r from the peak channel, P the ratio of peak to trough, σ from the half-width, a peak that rises and
 * falls as two halves of Gaussians, and a delay that grows with the distance up and down the probe. Amplitude, ratio,
 * duration, half-width, spread and velocities are those of the unit's metrics, so that a regular-spiking unit is broad
 * and a fast-spiking one narrow.
 *
 * @param channels the probe's channels in the order of their numbers
 */
export function meanWaveform(
  {peakChannel, cellClass, probe}: Unit,
  metrics: QualityMetrics,
  channels: readonly Channel[],
  random: RandomStream
): Float64Array {
  const waveform = new Float64Array(channels.length * WAVEFORM_SAMPLES);
  const duration = metrics.waveform_duration;
  const sigma = Math.min(metrics.waveform_halfwidth / (2 * Math.sqrt(2 * Math.LN2)), duration / 3.5);
  const rise = WAVEFORM_SHAPE.rise * duration;
  const fall = Math.min(0.4, WAVEFORM_SHAPE.fall[cellClass] * rise);
  const trough = metrics.amplitude / (1 + metrics.PT_ratio);
  const length = decayLength(metrics);
  channels.forEach((channel, row) => {
    const up = channel.verticalPosition - peakChannel.verticalPosition;
    const distance = Math.hypot(up, channel.horizontalPosition - peakChannel.horizontalPosition);
    const amplitude = trough * Math.exp(-distance / length);
    if (amplitude < WAVEFORM_SHAPE.least) return;
    const velocity = up > 0 ? metrics.velocity_above : metrics.velocity_below;
    // s/m times µm are µs; where the velocity is not known the wave does not travel
    const delay = Number.isNaN(velocity) ? 0 : (velocity * Math.abs(up)) / 1000;
    for (let sample = 0; sample < WAVEFORM_SAMPLES; sample++) {
      const time = ((sample - TROUGH_SAMPLE) / probe.samplingRate) * 1000 - delay;
      const later = time - duration;
      const peak = metrics.PT_ratio * gaussian(later, later < 0 ? rise : fall);
      const value = amplitude * (peak - gaussian(time, sigma)) + random.normal(0, WAVEFORM_SHAPE.noise);
      waveform[row * WAVEFORM_SAMPLES + sample] =
        WAVEFORM_SHAPE.rounding * Math.round(value / WAVEFORM_SHAPE.rounding) + 0;
    }
  });
  return waveform;
}

function gaussian(x: number, standardDeviation: number): number {
  const relative = x / standardDeviation;
  return Math.exp(-0.5 * relative * relative);
}
