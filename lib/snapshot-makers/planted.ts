import {idColumn, type PlantedDetails, toTable} from "../session/snapshots/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** What of the ground truth of a synthetic session is shown. */
export interface GroundTruth {
  units: {unit_id: number; cell_class: string}[];
  monosynaptic_pairs: {presynaptic_unit_id: number; postsynaptic_unit_id: number}[];
  doubtful_pairs: {presynaptic_unit_id: number; postsynaptic_unit_id: number}[];
  tagged_unit_ids: number[];
}

const NOTHING: GroundTruth = {units: [], monosynaptic_pairs: [], doubtful_pairs: [], tagged_unit_ids: []};

/** What was put into a synthetic session: unit_id, cell_class; no rows for a session that was recorded. */
export function plantedSnapshot(truth: GroundTruth | null): SnapshotContent<PlantedDetails> {
  const {units, monosynaptic_pairs, doubtful_pairs, tagged_unit_ids} = truth ?? NOTHING;
  return {
    table: toTable({
      unit_id: idColumn(units.map((unit) => unit.unit_id)),
      cell_class: units.map((unit) => unit.cell_class)
    }),
    details: {
      connections: [...monosynaptic_pairs, ...doubtful_pairs].map((pair) => [
        pair.presynaptic_unit_id,
        pair.postsynaptic_unit_id
      ]),
      tagged: tagged_unit_ids
    }
  };
}

export const planted: SnapshotMaker<never> = {
  parameters: {},
  make: async (_session, _parameters, groundTruth) => plantedSnapshot((await groundTruth()) as GroundTruth | null)
};
