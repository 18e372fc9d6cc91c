import type {ColumnTable} from "arquero";
import {DataArray} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import {idColumn} from "../id-column.js";
import {maskInvalid} from "../recordings/lfp.js";
import {rowsInWindow, type TimeWindow} from "../recordings/time-window.js";
import {SessionError} from "../session-error.js";
import type {LfpSnapshotDetails} from "./snapshot-details.js";

/**
 * The LFP (V) of a snapshot in a window (s): time × channel.
 * @param maskInvalidIntervals NaN where the samples are invalid
 * @throws {SessionError} `not-in-snapshot` without a window, or for one that reaches beyond the snapshot's
 */
export function takeLfp(
  table: ColumnTable,
  details: LfpSnapshotDetails,
  maskInvalidIntervals: boolean,
  window: TimeWindow | undefined
): DataArray<Float32Array> {
  const [from, to] = details.window ?? [0, 0];
  if (!window || window[0] < from || to < window[1]) {
    const expected = window ? `LFP from ${window[0]} to ${window[1]} s` : "a window";
    const found = `from ${from} to ${to} s`;
    const remedy = "Ask for a window in lfpTimeSpan(probeId).";
    throw new SessionError("not-in-snapshot", {path: "lfp", expected, found, remedy});
  }
  const rows = rowsInWindow(table, "time", window);
  const time = Float64Array.from(columnValues<number>(rows, "time"));
  const channel = idColumn(details.channels);
  const samples = columnValues<Float32Array>(rows, "lfp");
  const values = new Float32Array(time.length * channel.length);
  for (let row = 0; row < time.length; ++row) values.set(samples[row], row * channel.length);
  const invalid = details.invalid.map(([start, stop]) => ({start, stop}));
  if (maskInvalidIntervals) maskInvalid(values, time, channel.length, invalid);
  return new DataArray({name: "LFP", dims: ["time", "channel"], coords: {time, channel}, values});
}
