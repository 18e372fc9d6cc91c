import type {ClusteredUnits} from "./clustered-units.js";
import {meanOf} from "./mean-of.js";

/** In which cluster the waveforms are narrowest, and what share of the units is in it. */
export function answerNarrowest(clustered: ClusteredUnits | null): string {
  if (!clustered) return "There are no clusters.";
  const {name, members, duration} = clustered.groups
    .map((group) => ({...group, duration: meanOf(group.members.map((unit) => unit.duration))}))
    .reduce((best, each) => (best.duration <= each.duration ? best : each));
  const total = clustered.units.length;
  const share = ((100 * members.length) / total).toFixed(0);
  return `In ${name}: ${duration.toFixed(2)} ms from trough to peak on average. It holds ${members.length} of ${total} units, ${share} %.`;
}
