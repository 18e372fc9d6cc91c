import type {StructureIntervals} from "../../session/index.js";
import {structureName} from "../../words/index.js";

/** The intervals of channelStructureIntervals() as rows: each area with its first and its last channel, from 0. */
export function structureRuns({labels, intervals}: StructureIntervals) {
  return labels.map((label, i) => ({
    ecephys_structure_acronym: label ?? structureName(label),
    from_channel: intervals[i],
    to_channel: intervals[i + 1] - 1
  }));
}
