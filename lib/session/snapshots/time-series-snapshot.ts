import {columnValues} from "../../snapshot/index.js";
import {takeAllRows, toColumns, toTable} from "../columns.js";
import type {EcephysSession} from "../ecephys-session.js";
import type {TimeWindow} from "../recordings/time-window.js";
import type {TimeSeriesKind} from "../session-source.js";
import type {Content} from "./snapshot-content.js";

/** What a snapshot of samples says of itself. */
export interface TimeSeriesSnapshotDetails {
  /** The span of the samples that it holds (s); null if it has none. */
  window: TimeWindow | null;
  /** How many samples these are, and how many the session has. */
  samples: {kept: number; total: number};
  /** Whether the session has such data at all. */
  present: boolean;
}

/** A snapshot of samples holds at most so many: some minutes of them, within the budget of a page's first view. */
export const MOST_SAMPLES = 15_000;

/** The first samples of a series, up to {@link MOST_SAMPLES}. */
export async function timeSeriesSnapshot(
  session: EcephysSession,
  kind: TimeSeriesKind
): Promise<Content<TimeSeriesSnapshotDetails>> {
  const table = await {
    runningSpeed: () => session.runningSpeed(),
    rawRunningData: () => session.rawRunningData(),
    pupilData: () => session.pupilData(),
    screenGazeData: () => session.screenGazeData({includeFilteredData: true})
  }[kind]();
  if (!table) {
    return {table: toTable({}), details: {window: null, samples: {kept: 0, total: 0}, present: false}};
  }
  const total = table.numRows();
  const kept = Math.min(total, MOST_SAMPLES);
  const times = columnValues<number>(table, table.columnNames()[0]);
  const rows = Array.from({length: kept}, (_, row) => row);
  return {
    table: toTable(takeAllRows(toColumns(table), rows)),
    details: {window: kept > 0 ? [times[0], times[kept - 1]] : null, samples: {kept, total}, present: true}
  };
}
