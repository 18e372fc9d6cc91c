import type {ColumnTable} from "arquero";
import {mergeTrains, upperBound} from "../../analysis/counting/index.js";
import {takeRows} from "../../array/index.js";
import {toTable} from "../columns.js";
import {idColumn} from "../id-column.js";

/** A presentation as far as spikes are concerned. */
export interface PresentationWindow {
  id: number;
  /** s */
  start: number;
  /** s */
  stop: number;
}

/**
 * The spikes that fell in presentations, in the order of time, then unit: spike_time (s), stimulus_presentation_id,
 * unit_id, time_since_stimulus_presentation_onset (s). A spike is in a presentation if start < time ≤ stop: one on the
 * boundary of two belongs to the earlier.
 */
export function presentationwiseSpikeTimes(
  presentations: readonly PresentationWindow[],
  unitIds: readonly number[],
  trains: readonly Float64Array[]
): ColumnTable {
  const inTime = [...presentations].sort((a, b) => a.start - b.start);
  const order = unitIds.map((_, i) => i).sort((a, b) => unitIds[a] - unitIds[b]);
  const selected = order.map((i) => select(inTime, trains[i]));
  const {times, trains: sources} = mergeTrains(selected.map((spikes) => spikes.times));
  const passed = new Int32Array(selected.length);
  const rows = sources.map((source) => selected[source].presentations[passed[source]++]);
  return toTable({
    spike_time: times,
    stimulus_presentation_id: rows.map((row) => inTime[row].id),
    unit_id: takeRows(idColumn(order.map((i) => unitIds[i])), sources),
    time_since_stimulus_presentation_onset: times.map((time, k) => time - inTime[rows[k]].start)
  });
}

/** The spikes of one unit in presentations sorted by start. */
function select(
  presentations: readonly PresentationWindow[],
  train: Float64Array
): {times: Float64Array; presentations: Int32Array} {
  const spans = presentations.map(({start, stop}) => [upperBound(train, start), upperBound(train, stop)]);
  const count = spans.reduce((sum, [first, end]) => sum + end - first, 0);
  const times = new Float64Array(count);
  const rows = new Int32Array(count);
  let position = 0;
  spans.forEach(([first, end], row) => {
    times.set(train.subarray(first, end), position);
    rows.fill(row, position, position + end - first);
    position += end - first;
  });
  return {times, presentations: rows};
}
