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

/**
 * Chooses one pair per probe: two well isolated, complete units of one structure within 300 µm, neither in another pair,
 * with a presynaptic baseline of at least 3 Hz, so that the peak of the cross-correlogram can be seen.
 */
export function chooseMonosynapticPairs(units: readonly Unit[], random: RandomStream): MonosynapticPair[] {
  const pairs: MonosynapticPair[] = [];
  for (const probe of new Set(units.map((unit) => unit.probe))) {
    const candidates: [number, number][] = [];
    const usable = (unit: Unit) =>
      unit.probe === probe &&
      unit.structure !== null &&
      unit.quality === "good" &&
      unit.contamination === 0 &&
      unit.amplitudeCutoff < 0.08 &&
      unit.presence[1] - unit.presence[0] === 1 &&
      unit.peakChannel.valid;
    units.forEach((pre, i) => {
      if (!usable(pre) || pre.baselineRate < 3 || pre.baselineRate > 12) return;
      units.forEach((post, j) => {
        if (i === j || !usable(post) || post.structure !== pre.structure || post.baselineRate > 12) return;
        if (unitDistance(pre, post) <= 300) candidates.push([i, j]);
      });
    });
    if (candidates.length === 0) continue;
    const [presynaptic, postsynaptic] = random.pick(candidates);
    pairs.push({
      presynaptic,
      postsynaptic,
      probability: random.uniform(0.08, 0.15),
      latency: random.uniform(0.0015, 0.003),
      jitter: 0.0002
    });
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
