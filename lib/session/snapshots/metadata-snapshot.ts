import {toTable} from "../columns.js";
import type {EcephysSession} from "../ecephys-session.js";
import type {SubjectMetadata} from "../recordings/session-metadata.js";
import type {Content} from "./snapshot-content.js";

/** What a snapshot of metadata says of itself. Its table is the geometry of the rig. */
export interface MetadataSnapshotDetails {
  subject: SubjectMetadata;
  /** The rig's name; null for a session without its metadata. */
  equipment: string | null;
}

/** What the file says of the animal and the rig. */
export async function metadataSnapshot(session: EcephysSession): Promise<Content<MetadataSnapshotDetails>> {
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
