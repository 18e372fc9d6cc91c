import {SnapshotError} from "./snapshot-error.js";

/** The version of the layout of snapshots; raised with every change that an older reader would misread. */
export const SCHEMA_VERSION = 2;

/** Where a snapshot comes from. It stands in the schema of its Arrow table. */
export interface SnapshotMetadata {
  sessionId: number;
  /** ISO 8601 with offset, as in the session's file. */
  sessionStartTime: string;
  /** The name of the session's file. */
  source: string;
  /** SHA-256 of the session's file, in hexadecimal digits. */
  sourceDigest: string;
  /** The version of this project that wrote the snapshot. */
  codeVersion: string;
  /** What else the kind of snapshot needs to say; JSON. */
  details?: unknown;
}

/** The metadata as Arrow's schema keeps them, with the version of the layout. */
export function metadataToMap(metadata: SnapshotMetadata): Map<string, string> {
  return new Map([["neuropixels-notebook", JSON.stringify({schemaVersion: SCHEMA_VERSION, ...metadata})]]);
}

/**
 * The metadata that a schema has.
 * @param file what errors call it
 * @throws {SnapshotError} `not-a-snapshot` or `other-version`
 */
export function metadataFromMap(map: Map<string, string> | null, file?: string): SnapshotMetadata {
  const text = map?.get("neuropixels-notebook");
  if (!text) {
    throw new SnapshotError("not-a-snapshot", {
      file,
      expected: "an Arrow table written by this project",
      found: "one without its metadata",
      remedy: "Take a file that this project made."
    });
  }
  const {schemaVersion, ...metadata} = JSON.parse(text) as SnapshotMetadata & {schemaVersion: number};
  if (schemaVersion !== SCHEMA_VERSION) {
    throw new SnapshotError("other-version", {
      file,
      expected: `a snapshot of schema version ${SCHEMA_VERSION}`,
      found: `${schemaVersion}`,
      remedy: "Take a file of the same version, or make it again."
    });
  }
  return metadata;
}
