import type {RandomStream} from "./random-stream.js";
import type {Unit} from "./units.js";

/** A unit from which the probe slides away, steadily, over the recording. */
export interface Drift {
  /** µm from the beginning of the recording to its end. */
  distance: number;
}

/**
 * Constants of the drift. Probes move by tens of µm in the brain over a recording (Steinmetz et al. 2021, Science
 * 372:eabf4588), amplitudes shrink, and spikes below the threshold of detection are lost: so a unit seems to fall silent.
 */
export const DRIFT_MODEL = {
  /** The share of regular-spiking units that drift. */
  share: 0.1,
  /** µm */
  least: 25,
  most: 70,
  /** µm over which an amplitude falls to 1/e. */
  decay: 120,
  /** Spikes smaller than this are lost, as a share of the unit's mean amplitude at the beginning. */
  threshold: 0.6
} as const;

/** Whether and how far a unit drifts; null for one that stays. Units of a synapse stay. */
export function drawDrift(unit: Unit, isInPair: boolean, random: RandomStream): Drift | null {
  const {share, least, most} = DRIFT_MODEL;
  const canDrift =
    unit.cellClass === "regular-spiking" && unit.quality === "good" && unit.structure !== null && !isInPair;
  return canDrift && random.chance(share) ? {distance: random.uniform(least, most)} : null;
}

/** The amplitude at a time, relative to that at the beginning of the recording: 1 for a unit that stays. */
export function driftedAmplitude(drift: Drift | null, time: number, [start, stop]: readonly [number, number]): number {
  return drift ? Math.exp((-drift.distance / DRIFT_MODEL.decay) * ((time - start) / (stop - start))) : 1;
}
