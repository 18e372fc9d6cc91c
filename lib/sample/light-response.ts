import {LIGHT_LEVELS, type LightStimulus, lightCourse, lightPulses} from "./light-stimuli.js";
import {mergeEvokedSpikes} from "./merge-evoked-spikes.js";
import type {RandomStream} from "./random-stream.js";
import type {Structure} from "./structures.js";
import type {Unit} from "./units.js";

/** How a tagged unit answers light. Seconds; the level at which it answers every second time. */
export interface LightResponse {
  latency: number;
  jitter: number;
  halfLevel: number;
}

/** Constants of the response: see `applyLight`. */
export const LIGHT_MODEL = {
  /** Share of the good fast-spiking cortical units that are tagged. */
  taggedShare: 0.75,
  /** Seconds between the spikes of a pulse, and how much likelier the first is than those after it. */
  interval: 0.0043,
  followerShare: 0.8,
  /** Rate at the brightest moment of a raised cosine at the highest level, Hz. */
  cosineRate: 120,
  /** Seconds for which the rest of cortex stays silent after the light. */
  silence: 0.008
} as const;

const CORTEX: readonly (Structure | null)[] = ["VISp", "VISl", "VISal", "VISrl", "VISam", "VISpm"];

/** Whether and how a unit answers light: most well isolated fast-spiking units of cortex do, others do not. */
export function drawLightResponse(unit: Unit, random: RandomStream): LightResponse | null {
  const good =
    unit.quality === "good" &&
    unit.contamination < 0.1 &&
    unit.amplitudeCutoff < 0.1 &&
    unit.presence[1] - unit.presence[0] === 1 &&
    unit.peakChannel.valid;
  const fast = unit.cellClass === "fast-spiking" && CORTEX.includes(unit.structure);
  if (!good || !fast || !random.chance(LIGHT_MODEL.taggedShare)) return null;
  return {
    latency: random.uniform(0.0019, 0.0038),
    jitter: random.uniform(0.0002, 0.0005),
    halfLevel: random.uniform(0.15, 0.5)
  };
}

/**
 * What the light does to a unit's spikes. A tagged unit fires after its latency with probability level / (level + half),
 * and again every 4.3 ms while a pulse lasts, less likely; in a raised cosine it fires at a rate that follows the light.
 * The rest of cortex is inhibited by the tagged units: it is silent from the onset of a pulse to 8 ms after it, and in a
 * raised cosine the more the brighter. Below cortex the light does nothing.
 *
 * @param train seconds on the master clock, ascending
 */
export function applyLight(
  train: readonly number[],
  {structure, absoluteRefractory}: Unit,
  response: LightResponse | null,
  stimuli: readonly LightStimulus[],
  random: RandomStream
): readonly number[] {
  if (response !== null) {
    const evoked = stimuli.flatMap((stimulus) => evokedSpikes(stimulus, response, random));
    return mergeEvokedSpikes(train, evoked, absoluteRefractory);
  }
  return CORTEX.includes(structure) ? silenced(train, stimuli, random) : train;
}

function evokedSpikes(stimulus: LightStimulus, response: LightResponse, random: RandomStream): number[] {
  const {level} = stimulus;
  const probability = level / (level + response.halfLevel);
  const spikes: number[] = [];
  for (const [on, off] of lightPulses(stimulus)) {
    if (stimulus.stimulusName === "raised_cosine") {
      const highest = LIGHT_MODEL.cosineRate * (level / LIGHT_LEVELS[LIGHT_LEVELS.length - 1]);
      for (let time = on + random.exponential(1 / highest); time < off; time += random.exponential(1 / highest)) {
        if (random.chance(lightCourse(stimulus, time))) spikes.push(time + response.latency);
      }
      continue;
    }
    let share = 1;
    for (let light = on; light < off; light += LIGHT_MODEL.interval) {
      if (random.chance(share * probability)) spikes.push(light + random.normal(response.latency, response.jitter));
      share = LIGHT_MODEL.followerShare;
    }
  }
  return spikes;
}

function silenced(train: readonly number[], stimuli: readonly LightStimulus[], random: RandomStream): number[] {
  const kept: number[] = [];
  let next = 0;
  for (const stimulus of stimuli) {
    for (const [on, off] of lightPulses(stimulus)) {
      while (next < train.length && train[next] < on) kept.push(train[next++]);
      for (; next < train.length && train[next] < off + LIGHT_MODEL.silence; next++) {
        const strength = stimulus.stimulusName === "raised_cosine" ? lightCourse(stimulus, train[next]) : 1;
        if (!random.chance(strength)) kept.push(train[next]);
      }
    }
  }
  return kept.concat(train.slice(next));
}
