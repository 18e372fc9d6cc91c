import {mergeEvokedSpikes} from "./merge-evoked-spikes.js";
import type {RandomStream} from "./random-stream.js";
import {unitDistance} from "./unit-distance.js";
import type {Unit} from "./units.js";

/** A synapse: each presynaptic spike evokes a postsynaptic one with a probability, after a latency. */
export interface MonosynapticPair {
  /** Indices of the units. */
  presynaptic: number;
  postsynaptic: number;
  probability: number;
  /** Seconds, and its standard deviation from spike to spike. */
  latency: number;
  jitter: number;
}

/** What is asked of pairs, and between which values their synapses lie: seconds. */
export interface SynapseModel {
  perProbe: number;
  /** Hz, of the presynaptic unit without stimulus. */
  leastBaseline: number;
  probability: readonly [number, number];
  latency: readonly [number, number];
  jitter: readonly [number, number];
}

/** Strong, sharp connections, which every analysis finds: as of a pyramidal cell on an interneuron. */
export const STRONG_SYNAPSES: SynapseModel = {
  perProbe: 1,
  leastBaseline: 3,
  probability: [0.08, 0.15],
  latency: [0.0015, 0.003],
  jitter: [0.0002, 0.0002]
};

/**
 * Connections that leave doubt. Most synapses between cortical cells are weak: recordings of hours and strict thresholds
 * are needed to see a few per cent of spikes transmitted, and many are missed (Schwindel et al. 2014, J. Neurosci.
 * 34:5454). Their latencies scatter by up to a millisecond, so that peaks are low and broad.
 */
export const DOUBTFUL_SYNAPSES: SynapseModel = {
  perProbe: 2,
  leastBaseline: 1.5,
  probability: [0.004, 0.03],
  latency: [0.0015, 0.0035],
  jitter: [0.0003, 0.001]
};

/**
 * Chooses pairs on each probe: two well isolated, complete units of one structure within 300 µm, neither in another pair,
 * with a presynaptic baseline that the model asks for, so that there are spikes to look at.
 * @param taken the indices of units that are in a pair already
 */
export function chooseMonosynapticPairs(
  units: readonly Unit[],
  {perProbe, leastBaseline, probability, latency, jitter}: SynapseModel,
  random: RandomStream,
  taken: Iterable<number> = []
): MonosynapticPair[] {
  const pairs: MonosynapticPair[] = [];
  const used = new Set(taken);
  const usable = (unit: Unit, i: number) =>
    !used.has(i) &&
    unit.structure !== null &&
    unit.quality === "good" &&
    unit.contamination === 0 &&
    unit.amplitudeCutoff < 0.08 &&
    unit.presence[1] - unit.presence[0] === 1 &&
    unit.peakChannel.valid;
  for (const probe of new Set(units.map((unit) => unit.probe))) {
    for (let own = 0; own < perProbe; own++) {
      const candidates: [number, number][] = [];
      units.forEach((pre, i) => {
        if (pre.probe !== probe || !usable(pre, i) || pre.baselineRate < leastBaseline || pre.baselineRate > 12) return;
        units.forEach((post, j) => {
          if (i === j || post.probe !== probe || !usable(post, j)) return;
          if (post.structure !== pre.structure || post.baselineRate > 12) return;
          if (unitDistance(pre, post) <= 300) candidates.push([i, j]);
        });
      });
      if (candidates.length === 0) break;
      const [presynaptic, postsynaptic] = random.pick(candidates);
      used.add(presynaptic).add(postsynaptic);
      pairs.push({
        presynaptic,
        postsynaptic,
        probability: random.uniform(...probability),
        latency: random.uniform(...latency),
        jitter: jitter[0] === jitter[1] ? jitter[0] : random.uniform(...jitter)
      });
    }
  }
  return pairs;
}

/** The postsynaptic unit's spikes with the evoked ones added; see `mergeEvokedSpikes`. */
export function addEvokedSpikes(
  presynaptic: ArrayLike<number>,
  postsynaptic: readonly number[],
  pair: MonosynapticPair,
  refractory: number,
  random: RandomStream
): number[] {
  const evoked: number[] = [];
  for (let i = 0; i < presynaptic.length; i++) {
    if (!random.chance(pair.probability)) continue;
    evoked.push(presynaptic[i] + random.normal(pair.latency, pair.jitter));
  }
  return mergeEvokedSpikes(postsynaptic, evoked, refractory);
}
