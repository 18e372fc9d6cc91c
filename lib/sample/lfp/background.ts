import {RandomStream} from "../random-stream.js";
import type {Lfp} from "./lfp-of-probe.js";

/** Constants of the background: sources along the probe, each a sum of noises that together fall off about as 1/f. */
export const BACKGROUND_MODEL = {
  /** µm between sources, and the standard deviation of the Gaussian with which a channel sees them. */
  spacing: 160,
  reach: 160,
  /** Ornstein–Uhlenbeck processes: standard deviation (µV) and time constant (s). */
  processes: [
    {amplitude: 45, time: 0.4},
    {amplitude: 24, time: 0.03},
    {amplitude: 6, time: 0.003}
  ],
  /** Share that is left out of the brain, and the length over which it gets less at the surface, µm. */
  outside: 0.12,
  surface: 60,
  /** White noise of each channel, µV. */
  amplifier: 1.5
} as const;

/** Adds the background, whose correlation falls with the distance between channels, and each channel's own noise. */
export function addBackground({probe, channels, data}: Lfp, seed: number): void {
  const {spacing, reach, outside, surface, amplifier, processes} = BACKGROUND_MODEL;
  const count = data[0].length;
  const step = 24 / probe.samplingRate;
  const highest = channels[channels.length - 1].verticalPosition;
  const weights = channels.map(({verticalPosition, depth}) => {
    const seen = [];
    for (let y = -spacing; y <= highest + spacing; y += spacing) {
      seen.push(Math.exp(-0.5 * ((verticalPosition - y) / reach) ** 2));
    }
    const inside = 1 / (1 + Math.exp(-depth / surface));
    const norm = Math.hypot(...seen) / (outside + (1 - outside) * inside);
    return seen.map((weight) => weight / norm);
  });
  const source = new Float32Array(count);
  for (let k = 0; k < weights[0].length; k++) {
    const random = new RandomStream(seed, `lfp/${probe.name}/background/${k}`);
    source.fill(0);
    for (const {amplitude, time} of processes) {
      const kept = Math.exp(-step / time);
      const fresh = amplitude * Math.sqrt(1 - kept * kept);
      let value = random.normal(0, amplitude);
      for (let i = 0; i < count; i++) source[i] += value = kept * value + random.normal(0, fresh);
    }
    data.forEach((values, channel) => {
      const weight = weights[channel][k];
      if (weight > 0.001) for (let i = 0; i < count; i++) values[i] += weight * source[i];
    });
  }
  data.forEach((values, channel) => {
    const random = new RandomStream(seed, `lfp/${probe.name}/amplifier/${channel}`);
    for (let i = 0; i < count; i++) values[i] += random.normal(0, amplifier);
  });
}
