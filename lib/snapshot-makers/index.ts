/** The makers of snapshots of a session, on any platform: what a site keeps of a session, and how each is made. */
export {type SessionSnapshot, SNAPSHOT_MAKERS, type SnapshotName, sessionSnapshots} from "./registry.js";
export type {SnapshotContent, SnapshotMaker, SnapshotParameters} from "./snapshot-maker.js";
