import type {Channel} from "./channels.js";
import type {Probe} from "./probes.js";
import {RandomStream} from "./random-stream.js";
import type {Structure} from "./structures.js";

/** Waveform class: broad (regular-spiking) or narrow (fast-spiking). */
export type CellClass = "regular-spiking" | "fast-spiking";

/** A sorted unit of the model: where it is, how it fires, and how well it was isolated. */
export interface Unit {
  id: number;
  probe: Probe;
  peakChannel: Channel;
  /** `null` for a cluster out of the brain. */
  structure: Structure | null;
  cellClass: CellClass;
  /** Rate without stimulus, gain or running, Hz. */
  baselineRate: number;
  /** Seconds after a spike without another, and the time constant of the recovery after that. */
  absoluteRefractory: number;
  relativeRefractory: number;
  quality: "good" | "noise";
  /** Share of the unit's spikes that come from other cells and ignore its refractory period. */
  contamination: number;
  /** Share of spikes lost below the detection threshold. */
  amplitudeCutoff: number;
  /** The part of the session, as fractions of its length, in which the unit could be followed. */
  presence: [number, number];
  /** How well the cluster stands apart: standard normal; the quality metrics follow it. */
  isolation: number;
  clusterId: number;
  localIndex: number;
}

/** Median baseline rate (Hz) of regular- and fast-spiking units. */
const BASELINE_MEDIAN: Record<Structure, [regular: number, fast: number]> = {
  VISp: [1.8, 5],
  VISl: [1.7, 4.6],
  VISal: [1.7, 4.6],
  VISrl: [1.6, 4.6],
  VISam: [1.8, 4.6],
  VISpm: [1.7, 4.6],
  CA1: [1.6, 7],
  DG: [1.4, 5],
  LGd: [4, 6],
  LP: [3, 4.5],
  APN: [3.5, 5.5],
  grey: [2, 5]
};

const FAST_SPIKING_SHARE: Partial<Record<Structure, number>> = {CA1: 0.15, DG: 0.12, LGd: 0.1, LP: 0.1, APN: 0.3};

/**
 * The units of a probe, ordered as the real files order them: by channel number, later ids first on a shared channel.
 * Each structure gets the number of units its track segment states; each probe has one or two clusters out of the brain.
 */
export function makeUnits(probe: Probe, channels: readonly Channel[], seed: number): Unit[] {
  const random = new RandomStream(seed, `units/${probe.name}`);
  const units: Unit[] = [];
  const add = (structure: Structure | null, peakChannel: Channel) => {
    units.push(drawUnit(probe, structure, peakChannel, random));
  };
  for (const segment of probe.segments) {
    const sites = channels.filter(({depth}) => depth >= segment.from && depth < segment.to);
    for (let i = 0; i < segment.units; i++) add(segment.structure, random.pick(sites));
  }
  const outside = channels.filter(({structure}) => structure === null);
  for (let i = 0; i < 1 + (probe.index % 2); i++) add(null, random.pick(outside));

  units.sort((a, b) => a.peakChannel.number - b.peakChannel.number);
  let clusterId = 0;
  units.forEach((unit, index) => {
    unit.localIndex = index;
    unit.clusterId = clusterId;
    clusterId += 1 + random.integer(2);
    unit.id = 700200000 + 1000 * probe.index + 2 * unit.clusterId;
  });
  return units.sort((a, b) => a.peakChannel.number - b.peakChannel.number || b.id - a.id);
}

function drawUnit(probe: Probe, structure: Structure | null, peakChannel: Channel, random: RandomStream): Unit {
  const fast = random.chance((structure && FAST_SPIKING_SHARE[structure]) ?? 0.2);
  const noise = structure === null ? random.chance(0.5) : random.chance(0.09);
  const median = structure ? BASELINE_MEDIAN[structure][fast ? 1 : 0] : 1;
  return {
    id: 0,
    probe,
    peakChannel,
    structure,
    cellClass: fast ? "fast-spiking" : "regular-spiking",
    baselineRate: Math.min(30, Math.max(0.15, random.logNormal(median, 0.6))),
    absoluteRefractory: fast ? random.uniform(0.0016, 0.002) : random.uniform(0.002, 0.003),
    relativeRefractory: fast ? 0.001 : 0.003,
    quality: noise ? "noise" : "good",
    contamination: drawContamination(noise, random),
    amplitudeCutoff: random.chance(0.17) ? random.uniform(0.1, 0.5) : Math.min(0.099, random.logNormal(0.012, 1.1)),
    presence: drawPresence(random),
    isolation: random.normal(noise ? -1 : 0.2, 1),
    clusterId: 0,
    localIndex: 0
  };
}

function drawContamination(noise: boolean, random: RandomStream): number {
  if (noise) return random.uniform(0.2, 0.5);
  if (random.chance(0.1)) return random.uniform(0.3, 0.5);
  return random.chance(0.35) ? random.uniform(0.005, 0.05) : 0;
}

function drawPresence(random: RandomStream): [number, number] {
  if (!random.chance(0.1)) return [0, 1];
  const lost = random.uniform(0.08, 0.5);
  return random.chance(0.5) ? [0, 1 - lost] : [lost, 1];
}
