import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import * as aq from "arquero";
import type {CachedSession} from "./open-cached-session.js";
import type {SnapshotContent} from "./snapshot-of.js";

/** What a snapshot of what was planted says of itself. */
export interface PlantedDetails {
  /** Unit ids: each spike of the first may evoke one of the second. */
  connections: [presynaptic: number, postsynaptic: number][];
}

interface GroundTruth {
  units: {unit_id: number; cell_class: string}[];
  monosynaptic_pairs: {presynaptic_unit_id: number; postsynaptic_unit_id: number}[];
}

/**
 * What was put into a synthetic session, from the ground truth beside its file: unit_id, cell_class; no rows for a
 * session that was recorded.
 */
export async function plantedContent({nwb}: CachedSession): Promise<SnapshotContent & {details: PlantedDetails}> {
  const {units, monosynaptic_pairs} = await groundTruthBeside(nwb);
  return {
    table: aq.table({
      unit_id: Int32Array.from(units, (unit) => unit.unit_id),
      cell_class: units.map((unit) => unit.cell_class)
    }),
    details: {
      connections: monosynaptic_pairs.map((pair) => [pair.presynaptic_unit_id, pair.postsynaptic_unit_id])
    }
  };
}

async function groundTruthBeside(nwb: string): Promise<GroundTruth> {
  try {
    return JSON.parse(await readFile(join(dirname(nwb), "ground-truth.json"), "utf8")) as GroundTruth;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {units: [], monosynaptic_pairs: []};
    throw error;
  }
}
