import {type Channel, makeChannels} from "./channels.js";
import {type InvalidInterval, makeInvalidTimes} from "./invalid-times.js";
import {type LightStimulus, makeLightStimuli} from "./light-stimuli.js";
import type {Presentation} from "./presentation.js";
import {PROBES} from "./probes.js";
import {makeRunningSpeed, type RunningSpeed} from "./running.js";
import {makeStimulusSequence} from "./stimulus-sequence.js";

/** What a session is before its units fire: quick to draw, so that whoever needs it draws it from the seed. */
export interface SessionOutline {
  seed: number;
  /** Master time of the recording's beginning and end, seconds. */
  recording: [start: number, stop: number];
  channels: Channel[];
  presentations: Presentation[];
  lightStimuli: LightStimulus[];
  invalidTimes: InvalidInterval[];
  running: RunningSpeed;
}

/** The step of running and of gain, in seconds. */
export const GAIN_STEP = 0.1;

/** Draws what a session is before its units fire. */
export function makeSessionOutline(seed: number): SessionOutline {
  const presentations = makeStimulusSequence(seed);
  const lightStimuli = makeLightStimuli(presentations[presentations.length - 1].stop, seed);
  const recording = recordingOf(presentations, lightStimuli);
  return {
    seed,
    recording,
    channels: PROBES.flatMap((probe) => makeChannels(probe, seed)),
    presentations,
    lightStimuli,
    invalidTimes: makeInvalidTimes(presentations),
    running: makeRunningSpeed(recording, seed, GAIN_STEP)
  };
}

/** The probes record from a little before the first stimulus to a little after the last. */
function recordingOf(
  presentations: readonly Presentation[],
  lightStimuli: readonly LightStimulus[]
): [start: number, stop: number] {
  return [presentations[0].start - 4.2, lightStimuli[lightStimuli.length - 1].stop + 3.1];
}
