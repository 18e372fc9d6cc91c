import {drawFlashResponse, type FlashResponse} from "./flash-response.js";
import type {RandomStream} from "./random-stream.js";
import {drawReceptiveField, type ReceptiveField} from "./receptive-field.js";
import type {Structure} from "./structures.js";
import type {Unit} from "./units.js";

/** What a visually responsive unit prefers, and how strongly. Angles in degrees. */
export interface Tuning {
  /** Drift direction of the strongest response, [0, 360); the preferred orientation is this modulo 180. */
  preferredDirection: number;
  /** Concentration κ of the orientation tuning, and the share of the response that is tuned. */
  orientationConcentration: number;
  tunedShare: number;
  /**
   * 0: both directions alike; 1: none to the opposite direction. Units of the mouse's cortex are sharply tuned to
   * orientation and most of them much less to direction (Niell and Stryker 2008, J. Neurosci. 28:7520): here half of them
   * are below 0.25, so that a decoder takes opposite directions for each other.
   */
  directionSelectivity: number;
  /** Hz, and standard deviation in octaves. */
  preferredTemporalFrequency: number;
  temporalFrequencyOctaves: number;
  /** Cycles per degree, and standard deviation in octaves. */
  preferredSpatialFrequency: number;
  spatialFrequencyOctaves: number;
  /** Cycles [0, 1), and the depth of the modulation by phase: near 1 a simple cell, near 0 a complex one. */
  preferredPhase: number;
  phaseModulation: number;
  receptiveField: ReceptiveField;
  flash: FlashResponse;
  /** Seconds from a change on the screen to the first change of the rate. */
  latency: number;
  /** Share of a response that outlasts its onset transient. */
  sustainedShare: number;
  /** Peak drive of each stimulus class, in multiples of the baseline. */
  gain: {
    gabors: number;
    flashes: number;
    driftingGratings: number;
    staticGratings: number;
    images: number;
    movies: number;
  };
}

/** Mean latency by structure, seconds: thalamus, then primary, then higher visual cortex. */
export const LATENCY_MEAN: Partial<Record<Structure, number>> = {
  LGd: 0.035,
  VISp: 0.047,
  VISl: 0.06,
  VISrl: 0.061,
  VISal: 0.063,
  LP: 0.065,
  VISpm: 0.069,
  VISam: 0.073,
  APN: 0.055
};

/** How likely a unit of the structure responds to vision at all. */
const RESPONSIVE_SHARE: Partial<Record<Structure, number>> = {
  LGd: 0.95,
  VISp: 0.92,
  LP: 0.75,
  APN: 0.5,
  CA1: 0.04,
  DG: 0.04
};

/** Draws a unit's tuning; `null` for a unit that does not respond to vision. */
export function drawTuning(unit: Unit, random: RandomStream): Tuning | null {
  const {structure} = unit;
  if (structure === null || !random.chance(RESPONSIVE_SHARE[structure] ?? 0.85)) return null;
  const thalamic = structure === "LGd";
  const fast = unit.cellClass === "fast-spiking";
  const strength = () => random.logNormal(fast ? 1.5 : 2.6, 0.45);
  return {
    preferredDirection: random.uniform(0, 360),
    orientationConcentration: random.uniform(1.5, 5),
    tunedShare: thalamic ? random.uniform(0.1, 0.4) : fast ? random.uniform(0.2, 0.6) : random.uniform(0.5, 1),
    directionSelectivity: thalamic ? random.uniform(0, 0.3) : random.uniform() ** 2,
    preferredTemporalFrequency: Math.min(15, Math.max(1, random.logNormal(thalamic ? 5 : 3, 0.6))),
    temporalFrequencyOctaves: random.uniform(0.9, 1.8),
    preferredSpatialFrequency: Math.min(0.32, Math.max(0.02, random.logNormal(0.05, 0.5))),
    spatialFrequencyOctaves: random.uniform(0.8, 1.6),
    preferredPhase: random.uniform(),
    phaseModulation: random.chance(0.4) ? random.uniform(0.6, 1) : random.uniform(0, 0.3),
    receptiveField: drawReceptiveField(structure, unit.probe.retinotopicCentre, random),
    flash: drawFlashResponse(random),
    latency: random.normalWithin(LATENCY_MEAN[structure] ?? 0.08, 0.004, 0.025, 0.1),
    sustainedShare: random.uniform(0.15, 0.5),
    gain: {
      gabors: 3.2 * strength(),
      flashes: 4.2 * strength(),
      driftingGratings: 3.2 * strength(),
      staticGratings: 3 * strength(),
      images: 1.8 * strength(),
      movies: 1.6 * strength()
    }
  };
}

/**
 * Response to an oriented, non-moving stimulus, relative to the preferred orientation's:
 * (1 − w) + w · exp(κ (cos 2(θ − θ₀) − 1)), a von Mises function of the doubled angle.
 */
export function orientationResponse(tuning: Tuning, orientation: number): number {
  const angle = ((orientation - tuning.preferredDirection) * Math.PI) / 90;
  const tuned = Math.exp(tuning.orientationConcentration * (Math.cos(angle) - 1));
  return 1 - tuning.tunedShare + tuning.tunedShare * tuned;
}

/** The orientation response times (1 + d cos(φ − φ₀)) / (1 + d), where d is the direction selectivity. */
export function directionResponse(tuning: Tuning, direction: number): number {
  const angle = ((direction - tuning.preferredDirection) * Math.PI) / 180;
  const selectivity = tuning.directionSelectivity;
  return (orientationResponse(tuning, direction) * (1 + selectivity * Math.cos(angle))) / (1 + selectivity);
}

/** exp(−log₂²(f / f₀) / 2σ²), a Gaussian of the octaves from the preferred frequency; 1 at its peak. */
export function frequencyResponse(frequency: number, preferred: number, octaves: number): number {
  const distance = Math.log2(frequency / preferred) / octaves;
  return Math.exp(-0.5 * distance * distance);
}

/** 1 + m cos 2π(phase − phase₀), both in cycles, over its maximum 1 + m. */
export function phaseResponse(tuning: Tuning, phase: number): number {
  const modulation = tuning.phaseModulation;
  return (1 + modulation * Math.cos(2 * Math.PI * (phase - tuning.preferredPhase))) / (1 + modulation);
}
