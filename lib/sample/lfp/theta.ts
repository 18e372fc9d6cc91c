import type {Probe} from "../probes.js";
import {RandomStream} from "../random-stream.js";
import type {RunningSpeed} from "../running.js";
import {speedAt} from "../running-wheel.js";
import type {Lfp} from "./lfp-of-probe.js";

/** Constants of the hippocampal theta rhythm. */
export const THETA_MODEL = {
  /** µV at the border of CA1 and DG: at rest, and what a fast run adds. */
  atRest: 25,
  running: 130,
  /** Hz: at rest, and what a fast run adds. */
  frequency: 6.5,
  runningFrequency: 1.5,
  /** cm/s at which half of either is reached. */
  halfSpeed: 10,
  /** Standard deviation of the profile along the probe, µm. */
  reach: 220,
  /** The phase turns by half a cycle this far above the border, over about this length, µm. */
  reversal: 200,
  reversalLength: 60
} as const;

/** Depth of the border of CA1 and DG below the brain's surface, µm. */
export function thetaDepth({segments}: Probe): number | undefined {
  return segments.find(({structure}) => structure === "CA1")?.to;
}

/** Adds theta: strongest at the border of CA1 and DG, stronger and faster in a run, turning its phase in CA1. */
export function addTheta({probe, channels, timestamps, data}: Lfp, running: RunningSpeed, seed: number): void {
  const random = new RandomStream(seed, `lfp/${probe.name}/theta`);
  const border = thetaDepth(probe);
  if (border === undefined) return;
  const step = timestamps[1] - timestamps[0];
  const [cosine, sine] = [new Float32Array(timestamps.length), new Float32Array(timestamps.length)];
  let phase = random.uniform(0, 2 * Math.PI);
  let envelope = 1;
  for (let i = 0; i < timestamps.length; i++) {
    const speed = speedAt(running, timestamps[i]);
    const share = speed / (speed + THETA_MODEL.halfSpeed);
    phase += 2 * Math.PI * (THETA_MODEL.frequency + THETA_MODEL.runningFrequency * share) * step;
    phase += random.normal(0, 0.015);
    envelope += (1 - envelope) * (step / 0.7) + random.normal(0, 0.2 * Math.sqrt((2 * step) / 0.7));
    const amplitude = Math.max(0, envelope) * (THETA_MODEL.atRest + THETA_MODEL.running * share);
    cosine[i] = amplitude * Math.cos(phase);
    sine[i] = amplitude * Math.sin(phase);
  }
  channels.forEach(({depth}, channel) => {
    const profile = Math.exp(-0.5 * ((depth - border) / THETA_MODEL.reach) ** 2);
    if (profile < 0.002) return;
    const turned = Math.PI / (1 + Math.exp((border - THETA_MODEL.reversal - depth) / THETA_MODEL.reversalLength));
    const [a, b] = [profile * Math.cos(turned), profile * Math.sin(turned)];
    const values = data[channel];
    for (let i = 0; i < values.length; i++) values[i] += a * cosine[i] + b * sine[i];
  });
}
