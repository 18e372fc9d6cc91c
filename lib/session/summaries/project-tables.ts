import type {ColumnTable} from "arquero";
import type {Snapshot} from "../../snapshot/index.js";
import {readSnapshot} from "../snapshots/read-snapshot.js";
import type {SnapshotFile} from "../snapshots/snapshot-files.js";

/** The tables over all sessions of a folder, as a site keeps them. */
export type ProjectTableName =
  | "sessions"
  | "probes"
  | "channels"
  | "units"
  | "structureCounts"
  | "metricCounts"
  | "areaMetrics";

/** A table over all sessions. */
export interface ProjectTable {
  /** Its rows, or the first of them; none where the folder lacks the project's tables. */
  table: ColumnTable;
  /** How many rows the whole table has. */
  rows: number;
}

/** The project's tables. */
export type ProjectTables = Record<ProjectTableName, ProjectTable> & {
  /** Whether the folder has them at all. */
  present: boolean;
};

/**
 * Reads a site's snapshots of the project's tables.
 * @throws {SnapshotError} if a file cannot be fetched, is damaged, or not a snapshot
 */
export async function openProjectTables(files: Record<ProjectTableName, SnapshotFile>): Promise<ProjectTables> {
  const opened = Object.entries(files).map(async ([name, file]): Promise<[string, Snapshot]> => {
    return [name, await readSnapshot(file)];
  });
  const snapshots = Object.fromEntries(await Promise.all(opened)) as Record<ProjectTableName, Snapshot>;
  const tables = Object.entries(snapshots).map(([name, {table, metadata}]): [string, ProjectTable] => {
    return [name, {table, rows: (metadata.details as {rows?: number}).rows ?? 0}];
  });
  const {present} = snapshots.sessions.metadata.details as {present: boolean};
  return {...(Object.fromEntries(tables) as Record<ProjectTableName, ProjectTable>), present};
}
