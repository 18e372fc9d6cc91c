import type {RandomStream} from "./random-stream.js";

/** How many natural scenes the stimulus set has. */
export const NATURAL_SCENE_COUNT = 118;

/**
 * Relative responses to the natural scenes: log-normal with the unit's own σ, so that a large σ is a selective unit;
 * scaled to a mean of 1 and limited to 6.
 */
export function drawImageResponses(random: RandomStream): Float64Array {
  const sigma = random.uniform(0.4, 1.3);
  const responses = Float64Array.from({length: NATURAL_SCENE_COUNT}, () => random.logNormal(1, sigma));
  const mean = responses.reduce((sum, value) => sum + value, 0) / NATURAL_SCENE_COUNT;
  return responses.map((value) => Math.round(Math.min(6, value / mean) * 100) / 100);
}
