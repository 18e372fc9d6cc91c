import type {Presentation} from "../presentation.js";
import {RandomStream} from "../random-stream.js";
import type {Lfp} from "./lfp-of-probe.js";

/** Constants of gamma in cortex. */
export const GAMMA_MODEL = {
  /** µV, standard deviation; and how much a flash adds, times the rest, around its time (s) after the onset. */
  amplitude: 11,
  flash: 1.2,
  flashTime: 0.2,
  flashWidth: 0.06,
  /** Hz: centre and width at half power. */
  frequency: 50,
  width: 16,
  /** Places of the sources as shares of cortex's thickness, and the reach of each, µm. */
  sources: [0.2, 0.45, 0.75],
  reach: 130
} as const;

/** Adds gamma to the channels in and near cortex: noise through a resonance, stronger after a flash. */
export function addGamma(
  {probe, channels, timestamps, data}: Lfp,
  presentations: readonly Presentation[],
  seed: number
) {
  const cortex = probe.segments[0];
  const flashes = flashTimes(presentations, timestamps);
  const {amplitude, frequency, width, reach} = GAMMA_MODEL;
  GAMMA_MODEL.sources.forEach((place, k) => {
    const random = new RandomStream(seed, `lfp/${probe.name}/gamma/${k}`);
    const step = timestamps[1] - timestamps[0];
    // autoregressive process of second order with a peak at the frequency, scaled to a variance of 1
    const radius = Math.exp(-Math.PI * width * step);
    const angle = 2 * Math.PI * frequency * step;
    const square = radius * radius;
    const variance = (1 + square) / ((1 - square) * (1 + square * square - 2 * square * Math.cos(2 * angle)));
    const source = new Float32Array(timestamps.length);
    let [last, before] = [0, 0];
    let next = 0;
    for (let i = 0; i < source.length; i++) {
      const value = 2 * radius * Math.cos(angle) * last - square * before + random.normal();
      before = last;
      last = value;
      while (next < flashes.length - 1 && timestamps[i] - flashes[next] > 1) next++;
      const away = (timestamps[i] - flashes[next] - GAMMA_MODEL.flashTime) / GAMMA_MODEL.flashWidth;
      source[i] = (amplitude * value * (1 + GAMMA_MODEL.flash * Math.exp(-0.5 * away * away))) / Math.sqrt(variance);
    }
    const centre = cortex.from + place * (cortex.to - cortex.from);
    channels.forEach(({depth}, channel) => {
      const weight = Math.exp(-0.5 * ((depth - centre) / reach) ** 2);
      if (weight < 0.005) return;
      const values = data[channel];
      for (let i = 0; i < values.length; i++) values[i] += weight * source[i];
    });
  });
}

function flashTimes(presentations: readonly Presentation[], timestamps: Float64Array): number[] {
  const [from, to] = [timestamps[0], timestamps[timestamps.length - 1]];
  return presentations
    .filter(({stimulusName, start}) => stimulusName === "flashes" && start > from && start < to)
    .map(({start}) => start);
}
