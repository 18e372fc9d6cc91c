import {RandomStream} from "./random-stream.js";

/** The kinds of light stimulus, with the names and descriptions that the published files give them; seconds. */
export const LIGHT_KINDS = [
  {stimulusName: "fast_pulses", condition: "2.5 ms pulses at 10 Hz", duration: 1},
  {stimulusName: "pulse", condition: "a single square pulse", duration: 0.005},
  {stimulusName: "pulse", condition: "a single square pulse", duration: 0.01},
  {stimulusName: "raised_cosine", condition: "half-period of a cosine wave", duration: 1}
] as const;

/** Levels of the light, in the files' own unit; those of the sessions with an LED. */
export const LIGHT_LEVELS = [1, 2.5, 4] as const;

/** One light stimulus; times in seconds on the master clock. */
export interface LightStimulus {
  stimulusName: (typeof LIGHT_KINDS)[number]["stimulusName"];
  condition: string;
  duration: number;
  level: number;
  start: number;
  stop: number;
}

const REPEATS = 6;

/** The light stimuli, after everything else: each kind at each level six times, shuffled, about every two seconds. */
export function makeLightStimuli(after: number, seed: number): LightStimulus[] {
  const random = new RandomStream(seed, "light-stimuli");
  const trials = Array.from({length: REPEATS}, () =>
    LIGHT_KINDS.flatMap((kind) => LIGHT_LEVELS.map((level) => ({...kind, level})))
  );
  let start = after + 12;
  return random.shuffle(trials.flat()).map((trial) => {
    start += random.uniform(1.85, 2.2);
    return {...trial, start, stop: start + trial.duration};
  });
}

/** When the light of a stimulus goes on and off: ten times in fast pulses, else once. Seconds. */
export function lightPulses({stimulusName, start, stop}: LightStimulus): [on: number, off: number][] {
  if (stimulusName !== "fast_pulses") return [[start, stop]];
  return Array.from({length: 10}, (_, i) => [start + i / 10, start + i / 10 + 0.0025]);
}

/** How bright the light is at a time within one of its pulses, 0 to 1 times the level. */
export function lightCourse({stimulusName, start, duration}: LightStimulus, time: number): number {
  return stimulusName === "raised_cosine" ? Math.sin((Math.PI * (time - start)) / duration) ** 2 : 1;
}
