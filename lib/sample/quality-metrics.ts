import type {Drift} from "./drift.js";
import type {RandomStream} from "./random-stream.js";
import type {Unit} from "./units.js";

/** The metrics of a unit that the files keep, under the names they have there. */
export interface QualityMetrics {
  firing_rate: number;
  isi_violations: number;
  presence_ratio: number;
  amplitude_cutoff: number;
  isolation_distance: number;
  l_ratio: number;
  d_prime: number;
  nn_hit_rate: number;
  nn_miss_rate: number;
  silhouette_score: number;
  max_drift: number;
  cumulative_drift: number;
  snr: number;
  /** µV */
  amplitude: number;
  PT_ratio: number;
  /** ms, as is the half-width */
  waveform_duration: number;
  waveform_halfwidth: number;
  repolarization_slope: number;
  recovery_slope: number;
  /** µm */
  spread: number;
  /** s/m; NaN where the waveform was on too few channels */
  velocity_above: number;
  velocity_below: number;
}

/**
 * How spikes travel along the probe, s/m, positive away from the peak channel: mean up, mean down, and spread (SD). The
 * spike of a pyramidal cell runs back into its apical dendrite, towards the surface, with some 0.7 m/s; in cortex and
 * hippocampus many regular-spiking units show this on Neuropixels, most in one direction, and fast-spiking ones do not
 * (Jia et al. 2019, J. Neurophysiol. 121:1831).
 */
export const TRAVEL = {
  pyramidal: {above: 1.4, below: 0.3, deviation: 0.4},
  other: {above: 0, below: 0, deviation: 0.4}
} as const;

/** Whether a unit is one of those whose spikes travel. */
function hasApicalDendrite({cellClass, structure}: Unit): boolean {
  return cellClass === "regular-spiking" && (structure === "CA1" || (structure?.startsWith("VIS") ?? false));
}

/**
 * A unit's metrics. Rate, ISI violations and presence are computed from its spikes, with the definitions of the Allen
 * Institute's ecephys_spike_sorting; the amplitude cutoff is the model's; the others are drawn around the unit's
 * isolation and cell class.
 */
export function qualityMetrics(
  unit: Unit,
  spikes: Float64Array,
  recording: [number, number],
  random: RandomStream
): QualityMetrics {
  const {isolation} = unit;
  const narrow = unit.cellClass === "fast-spiking";
  const amplitude = random.logNormal(170, 0.4) * Math.exp(0.1 * isolation);
  const {above, below, deviation} = hasApicalDendrite(unit) ? TRAVEL.pyramidal : TRAVEL.other;
  const samples = (milliseconds: number) => Math.round(milliseconds * 30) / (unit.probe.samplingRate / 1000);
  return {
    firing_rate: spikes.length / (recording[1] - recording[0]),
    isi_violations: isiViolations(spikes, recording),
    presence_ratio: presenceRatio(spikes, recording),
    amplitude_cutoff: unit.amplitudeCutoff,
    isolation_distance: Math.exp(random.normal(3.9 + 0.4 * isolation, 0.3)),
    l_ratio: Math.exp(random.normal(-4.2 - 0.9 * isolation, 0.7)),
    d_prime: Math.max(0.4, random.normal(4.3 + 1.1 * isolation, 0.5)),
    nn_hit_rate: logistic(random.normal(2.3 + 0.8 * isolation, 0.5)),
    nn_miss_rate: logistic(random.normal(-4.8 - 0.5 * isolation, 0.7)),
    silhouette_score: Math.min(0.6, Math.max(-0.1, random.normal(0.12 + 0.05 * isolation, 0.05))),
    max_drift: Math.round(random.logNormal(24, 0.45) * 100) / 100,
    cumulative_drift: Math.round(random.logNormal(260, 0.5) * 100) / 100,
    snr: Math.max(0.3, Math.exp(random.normal(0.9 + 0.3 * isolation, 0.2))),
    amplitude,
    PT_ratio: random.normalWithin(narrow ? 0.6 : 0.4, 0.1, 0.1, 1.2),
    waveform_duration: samples(
      narrow ? random.normalWithin(0.27, 0.05, 0.13, 0.38) : random.normalWithin(0.58, 0.09, 0.42, 0.9)
    ),
    waveform_halfwidth: samples(
      narrow ? random.normalWithin(0.14, 0.02, 0.08, 0.2) : random.normalWithin(0.24, 0.04, 0.16, 0.4)
    ),
    repolarization_slope: (amplitude / 250) * random.logNormal(narrow ? 1.1 : 0.65, 0.2),
    recovery_slope: -(amplitude / 250) * random.logNormal(narrow ? 0.24 : 0.12, 0.3),
    spread: 20 * Math.round(random.normalWithin(5, 2, 1.5, 14)),
    velocity_above: random.chance(0.04) ? Number.NaN : Math.round(random.normal(above, deviation) * 1e6) / 1e6,
    velocity_below: random.chance(0.06) ? Number.NaN : Math.round(random.normal(below, deviation) * 1e6) / 1e6
  };
}

/** The metrics of a unit that drifted: how far, and what share of its spikes is below the threshold in all. */
export function withDrift(metrics: QualityMetrics, drift: Drift | null, lost: number): QualityMetrics {
  if (!drift) return metrics;
  return {
    ...metrics,
    amplitude_cutoff: Math.min(0.5, metrics.amplitude_cutoff + lost),
    max_drift: Math.round(drift.distance * 100) / 100,
    cumulative_drift: Math.round((metrics.cumulative_drift + drift.distance) * 100) / 100
  };
}

/**
 * Estimated rate of contaminating spikes relative to the unit's: the rate of spikes in the forbidden 1.5 ms around
 * every spike, over the unit's mean rate.
 */
export function isiViolations(spikes: Float64Array, [start, stop]: [number, number], threshold = 0.0015): number {
  if (spikes.length < 2) return 0;
  let violations = 0;
  for (let i = 1; i < spikes.length; i++) if (spikes[i] - spikes[i - 1] < threshold) violations++;
  const violationRate = violations / (2 * spikes.length * threshold);
  return violationRate / (spikes.length / (stop - start));
}

/**
 * Share of the session in which the unit fired: 100 edges make 99 bins, and the count is divided by 100, so that 0.99
 * is the largest value, as in the published files.
 */
export function presenceRatio(spikes: Float64Array, [start, stop]: [number, number]): number {
  const bins = 99;
  const occupied = new Uint8Array(bins);
  for (const time of spikes) {
    occupied[Math.min(bins - 1, Math.max(0, Math.floor((bins * (time - start)) / (stop - start))))] = 1;
  }
  return occupied.reduce((sum, value) => sum + value, 0) / 100;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
