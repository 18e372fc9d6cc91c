import type {ColumnTable} from "arquero";
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

/** What a part of a series says besides: parts follow each other, and each has partSize rows but the last. */
export interface TimeSeriesPartDetails extends TimeSeriesSnapshotDetails {
  /** The row of the session's table that the part begins with. */
  first: number;
  partSize: number;
}

/** A long series is divided into at most so many parts, so that a page loads the one that its reader looks at. */
export const MOST_PARTS = 12;

/** How many rows each part of a series of so many samples has. */
export function partSizeOf(total: number): number {
  return Math.max(MOST_SAMPLES, Math.ceil(total / MOST_PARTS));
}

/** The first samples of a series, up to {@link MOST_SAMPLES}. */
export async function timeSeriesSnapshot(
  session: EcephysSession,
  kind: TimeSeriesKind
): Promise<Content<TimeSeriesSnapshotDetails>> {
  const table = await samplesOf(session, kind);
  return table ? cut(table, 0, MOST_SAMPLES) : {table: toTable({}), details: ABSENT};
}

/**
 * One part of a series, in single precision but for its times. Parts beyond the last have no rows.
 * @param part from 0 to {@link MOST_PARTS} − 1
 */
export async function timeSeriesPartSnapshot(
  session: EcephysSession,
  kind: TimeSeriesKind,
  part: number
): Promise<Content<TimeSeriesPartDetails>> {
  const table = await samplesOf(session, kind);
  if (!table) return {table: toTable({}), details: {...ABSENT, first: 0, partSize: 0}};
  const partSize = partSizeOf(table.numRows());
  const first = Math.min(table.numRows(), part * partSize);
  const {table: rows, details} = cut(table, first, partSize);
  const [[timeColumn, times], ...others] = Object.entries(toColumns(rows));
  const single = others.map(([name, values]) => [name, Float32Array.from(values as ArrayLike<number>)]);
  return {
    table: toTable({[timeColumn]: times, ...Object.fromEntries(single)}),
    details: {...details, first, partSize}
  };
}

const ABSENT: TimeSeriesSnapshotDetails = {window: null, samples: {kept: 0, total: 0}, present: false};

function samplesOf(session: EcephysSession, kind: TimeSeriesKind): Promise<ColumnTable | null> {
  return {
    runningSpeed: () => session.runningSpeed(),
    rawRunningData: () => session.rawRunningData(),
    pupilData: () => session.pupilData(),
    screenGazeData: () => session.screenGazeData({includeFilteredData: true})
  }[kind]();
}

function cut(table: ColumnTable, first: number, most: number): Content<TimeSeriesSnapshotDetails> {
  const total = table.numRows();
  const kept = Math.min(total - first, most);
  const times = columnValues<number>(table, table.columnNames()[0]);
  const rows = Array.from({length: kept}, (_, row) => first + row);
  return {
    table: toTable(takeAllRows(toColumns(table), rows)),
    details: {
      window: kept > 0 ? [times[first], times[first + kept - 1]] : null,
      samples: {kept, total},
      present: true
    }
  };
}
