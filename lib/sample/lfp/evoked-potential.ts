import type {Presentation} from "../presentation.js";
import type {Probe} from "../probes.js";
import {RandomStream} from "../random-stream.js";
import {LATENCY_MEAN} from "../tuning.js";
import type {Lfp} from "./lfp-of-probe.js";

/**
 * Constants of the flash-evoked potential: current sinks (negative) and sources in cortex, whose sum is 0, as shares of
 * its thickness; their widths (SD) and the radius of the patch of cortex that is active, µm; µV at the potential's trough.
 */
export const EVOKED_MODEL = {
  currents: [
    {place: 0.45, current: -1},
    {place: 0.18, current: 0.55},
    {place: 0.75, current: 0.45}
  ],
  width: 55,
  radius: 400,
  amplitude: 210,
  /** The sink is largest this long before the area's mean spike latency, and rises for this long, seconds. */
  lead: 0.002,
  rise: 0.015,
  /** Of a black flash and of a flash's end, relative to a white flash's onset; spread of single answers (log-normal). */
  black: 0.85,
  end: 0.4,
  spread: 0.15
} as const;

/** When the sink of the probe's visual area is largest, seconds after a flash's onset. */
export function sinkTime({segments}: Probe): number {
  return (LATENCY_MEAN[segments[0].structure] ?? 0.06) - EVOKED_MODEL.lead;
}

/** Depth of the sink below the brain's surface, µm. */
export function sinkDepth({segments: [cortex]}: Probe): number {
  return cortex.from + EVOKED_MODEL.currents[0].place * (cortex.to - cortex.from);
}

/** Adds what flashes evoke: (u/τ) exp(1 − u/τ) in time, the potential of the sinks and sources along the probe. */
export function addEvokedPotentials(
  {probe, channels, timestamps, data}: Lfp,
  presentations: readonly Presentation[],
  seed: number
): void {
  const random = new RandomStream(seed, `lfp/${probe.name}/evoked`);
  const course = new Float32Array(timestamps.length);
  for (const {stimulusName, start, stop, polarity} of presentations) {
    if (stimulusName !== "flashes") continue;
    const size = (polarity > 0 ? 1 : EVOKED_MODEL.black) * random.logNormal(1, EVOKED_MODEL.spread);
    addAnswer(course, timestamps, start + sinkTime(probe) - EVOKED_MODEL.rise, size);
    addAnswer(course, timestamps, stop + sinkTime(probe) - EVOKED_MODEL.rise, EVOKED_MODEL.end * size);
  }
  const potential = potentialAt(probe);
  channels.forEach(({depth}, channel) => {
    const weight = potential(depth);
    const values = data[channel];
    for (let i = 0; i < values.length; i++) values[i] += weight * course[i];
  });
}

function addAnswer(course: Float32Array, timestamps: Float64Array, onset: number, size: number): void {
  const step = timestamps[1] - timestamps[0];
  const first = Math.max(0, Math.ceil((onset - timestamps[0]) / step));
  const last = Math.min(course.length, first + Math.ceil((12 * EVOKED_MODEL.rise) / step));
  for (let i = first; i < last; i++) {
    const relative = (timestamps[i] - onset) / EVOKED_MODEL.rise;
    course[i] += size * relative * Math.exp(1 - relative);
  }
}

/**
 * The potential (µV) of the currents at a depth: discs of the stated radius, each at distance d contributing in
 * proportion to √(d² + R²) − |d| (Nicholson and Freeman 1975), scaled so that the trough is −amplitude.
 */
function potentialAt({segments: [cortex]}: Probe): (depth: number) => number {
  const {currents, width, radius, amplitude} = EVOKED_MODEL;
  const discs: {depth: number; current: number}[] = [];
  for (const {place, current} of currents) {
    const centre = cortex.from + place * (cortex.to - cortex.from);
    for (let away = -3 * width; away <= 3 * width; away += width / 8) {
      discs.push({depth: centre + away, current: current * Math.exp(-0.5 * (away / width) ** 2)});
    }
  }
  const unscaled = (depth: number) =>
    discs.reduce((sum, disc) => {
      const distance = Math.abs(depth - disc.depth);
      return sum + disc.current * (Math.hypot(distance, radius) - distance);
    }, 0);
  let trough = 0;
  for (let depth = cortex.from; depth <= cortex.to; depth += 5) trough = Math.min(trough, unscaled(depth));
  return (depth) => (amplitude / -trough) * unscaled(depth);
}
