import type {ColumnTable} from "arquero";
import type {EcephysSession} from "../session/index.js";

/** A table to be kept as a snapshot, with what its kind needs to say. */
export interface SnapshotContent<Details = unknown> {
  table: ColumnTable;
  details: Details;
}

/** The values of a snapshot's parameters, by name. */
export type SnapshotParameters<Name extends string = string> = Readonly<Record<Name, string>>;

/** What makes one kind of snapshot of a session. */
export interface SnapshotMaker<Name extends string = string> {
  /** The values that each parameter can have, in the order of the snapshot's path. Where there are none, a session has one. */
  parameters: Readonly<Record<Name, readonly string[]>>;
  /** Whether it reads all spikes, which one of two threads should do, not both. */
  readsSpikes?: boolean;
  /**
   * @param groundTruth gives what a synthetic session was made from, as it is written beside its file; null for a recorded one
   */
  make(
    session: EcephysSession,
    parameters: SnapshotParameters<Name>,
    groundTruth: () => Promise<unknown>
  ): Promise<SnapshotContent>;
}
