import type {EcephysSession} from "../session/index.js";
import {type MetadataSnapshotDetails, toTable} from "../session/snapshots/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** What the file says of the animal and the rig. */
export async function metadataSnapshot(session: EcephysSession): Promise<SnapshotContent<MetadataSnapshotDetails>> {
  const {specimen_name, session_type, full_genotype, sex, age_in_days} = await session.metadata();
  const rig = await session.rigMetadata();
  return {
    table: rig?.geometry ?? toTable({}),
    details: {
      subject: {specimen_name, session_type, full_genotype, sex, age_in_days},
      equipment: rig?.equipment ?? null
    }
  };
}

export const metadata: SnapshotMaker<never> = {parameters: {}, make: (session) => metadataSnapshot(session)};
