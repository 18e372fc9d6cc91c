/** The local field potential of a probe: background, theta, gamma and what flashes evoke, added up and digitized. */
import type {Channel} from "../channels.js";
import type {InvalidInterval} from "../invalid-times.js";
import type {Presentation} from "../presentation.js";
import type {Probe} from "../probes.js";
import type {RunningSpeed} from "../running.js";
import {addArtefact} from "./artefact.js";
import {addBackground} from "./background.js";
import {addEvokedPotentials} from "./evoked-potential.js";
import {addGamma} from "./gamma.js";
import type {Lfp} from "./lfp-of-probe.js";
import {addTheta} from "./theta.js";

/** The parts of the session that the LFP depends on. */
export interface LfpCircumstances {
  seed: number;
  channels: readonly Channel[];
  presentations: readonly Presentation[];
  running: RunningSpeed;
  invalidTimes: readonly InvalidInterval[];
}

/** Where and how the LFP is taken. */
export const LFP_MODEL = {
  /** Seconds before the first flash at which the window begins, and its length: all else would not be a small sample. */
  before: 10,
  length: 75,
  /** Samples of the spike band to one of the LFP. */
  subsampling: 24,
  /** Every fourth channel from the third, to 40 above the brain's surface. */
  firstChannel: 2,
  channelStep: 4,
  above: 40,
  /** µV per step of the amplifier. */
  step: 0.195
} as const;

/** Draws the LFP of a probe: each part adds its microvolts to the channels, then they are rounded to steps. */
export function makeLfp(probe: Probe, circumstances: LfpCircumstances): Lfp {
  const channels = lfpChannels(probe, circumstances.channels);
  const timestamps = lfpTimestamps(probe, circumstances.presentations);
  const data = channels.map(() => new Float32Array(timestamps.length));
  const site = {probe, channels, timestamps, data};
  const {seed, running, presentations, invalidTimes} = circumstances;
  addBackground(site, seed);
  addTheta(site, running, seed);
  addGamma(site, presentations, seed);
  addEvokedPotentials(site, presentations, seed);
  addArtefact(site, invalidTimes);
  for (const values of data) {
    for (let i = 0; i < values.length; i++)
      values[i] = Math.round(values[i] / LFP_MODEL.step) * (1e-6 * LFP_MODEL.step);
  }
  return site;
}

function lfpChannels(probe: Probe, channels: readonly Channel[]): Channel[] {
  const {firstChannel, channelStep, above} = LFP_MODEL;
  return channels
    .filter((channel) => channel.probe === probe)
    .filter(({number}) => number % channelStep === firstChannel && number <= probe.surfaceChannel + above)
    .sort((a, b) => a.number - b.number);
}

/** Every 24th sample of the probe's own clock. */
function lfpTimestamps({clockOffset, samplingRate}: Probe, presentations: readonly Presentation[]): Float64Array {
  const flash = presentations.find(({stimulusName}) => stimulusName === "flashes")!;
  const period = LFP_MODEL.subsampling / samplingRate;
  const first = Math.ceil((flash.start - LFP_MODEL.before - clockOffset) / period);
  return Float64Array.from(
    {length: Math.floor(LFP_MODEL.length / period)},
    (_, i) => clockOffset + (first + i) * period
  );
}
