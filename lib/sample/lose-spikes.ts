import {DRIFT_MODEL, type Drift, driftedAmplitude} from "./drift.js";
import {normalProbability} from "./normal-distribution.js";
import type {RandomStream} from "./random-stream.js";
import {AMPLITUDE_VARIATION} from "./spike-amplitudes.js";

/** The spikes that are still detected while a unit drifts: the later, the fewer. */
export function loseSpikes(
  train: readonly number[],
  drift: Drift | null,
  recording: readonly [number, number],
  random: RandomStream
): readonly number[] {
  if (!drift) return train;
  return train.filter((time) => {
    const least = (DRIFT_MODEL.threshold / driftedAmplitude(drift, time, recording) - 1) / AMPLITUDE_VARIATION;
    return random.chance(1 - normalProbability(least));
  });
}
