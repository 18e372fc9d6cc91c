import type {ColumnTable} from "arquero";
import {DynamicTable, type NwbFile} from "../../nwb/index.js";
import {toTable} from "../columns.js";
import {requireIntervals} from "./require-intervals.js";

const INVALID_TIMES = "/intervals/invalid_times";

/** An interval in which something was wrong with the recording. */
export interface InvalidInterval {
  /** s */
  start: number;
  /** s */
  stop: number;
  /** What it belongs to, its id, and a label: stimulus, all_probes, optotagging, or the name of a probe. */
  tags: readonly string[];
}

/**
 * The intervals that are marked as invalid: id, start_time and stop_time (s), tags (a list of texts). Most sessions have
 * few, many have none: then the table is empty.
 */
export function readInvalidTimes(file: NwbFile): ColumnTable {
  if (!file.hasOptional(INVALID_TIMES)) return toTable({id: [], start_time: [], stop_time: [], tags: []});
  const intervals = new DynamicTable(file, INVALID_TIMES);
  const [start_time, stop_time] = [intervals.numbers("start_time"), intervals.numbers("stop_time")];
  requireIntervals(file, INVALID_TIMES, start_time, stop_time);
  return toTable({id: intervals.ids, start_time, stop_time, tags: intervals.ragged("tags").strings()});
}

/** The intervals that carry one of the tags. */
export function intervalsTagged(invalidTimes: ColumnTable, tags: readonly string[]): InvalidInterval[] {
  return Array.from({length: invalidTimes.numRows()}, (_, row) => ({
    start: invalidTimes.get("start_time", row) as number,
    stop: invalidTimes.get("stop_time", row) as number,
    tags: invalidTimes.get("tags", row) as string[]
  })).filter((interval) => tags.some((tag) => interval.tags.includes(tag)));
}

/** Whether two intervals have a point in common; touching at one instant counts. */
export function overlaps(a: {start: number; stop: number}, b: {start: number; stop: number}): boolean {
  return a.start <= b.stop && b.start <= a.stop;
}
