/** Tables as Arrow snapshots, and back. */
export {columnValues} from "./column-values.js";
export {decodeTable, type Snapshot} from "./decode-table.js";
export {encodeTable} from "./encode-table.js";
export {sha256} from "./sha-256.js";
export {SnapshotError} from "./snapshot-error.js";
export {SCHEMA_VERSION, type SnapshotMetadata} from "./snapshot-metadata.js";
