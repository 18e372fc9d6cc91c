import type {ColumnTable} from "arquero";
import type {EcephysSession} from "../session/index.js";
import {
  type TimeSeriesKind,
  type TimeSeriesPartDetails,
  type TimeSeriesSnapshotDetails,
  takeAllRows,
  toColumns,
  toTable
} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import {indices} from "./parameters.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** A snapshot of samples holds at most so many: some minutes of them, within the budget of a page's first view. */
export const MOST_SAMPLES = 15_000;

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
): Promise<SnapshotContent<TimeSeriesSnapshotDetails>> {
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
): Promise<SnapshotContent<TimeSeriesPartDetails>> {
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

function cut(table: ColumnTable, first: number, most: number): SnapshotContent<TimeSeriesSnapshotDetails> {
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

export const runningSpeed = firstSamples("runningSpeed");
export const rawRunningData = firstSamples("rawRunningData");
export const pupilData = parts("pupilData");
export const screenGazeData = parts("screenGazeData");

function firstSamples(kind: TimeSeriesKind): SnapshotMaker<never> {
  return {parameters: {}, make: (session) => timeSeriesSnapshot(session, kind)};
}

function parts(kind: TimeSeriesKind): SnapshotMaker<"part"> {
  return {
    parameters: {part: indices(MOST_PARTS)},
    make: (session, {part}) => timeSeriesPartSnapshot(session, kind, Number(part))
  };
}
