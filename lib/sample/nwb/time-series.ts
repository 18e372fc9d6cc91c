import type {NwbWriter, Values} from "./nwb-writer.js";

/**
 * Writes a TimeSeries (core).
 *
 * @param timestamps its own, in seconds, or the path of the series whose timestamps it shares by a soft link
 */
export function writeTimeSeries(
  nwb: NwbWriter,
  path: string,
  data: Values,
  timestamps: Float64Array | string,
  unit: string
): void {
  nwb.group(path, ["core", "TimeSeries"], {comments: "no comments", description: "no description"});
  nwb.dataset(`${path}/data`, data, undefined, {conversion: 1, resolution: -1, unit});
  if (typeof timestamps === "string") nwb.softLink(`${path}/timestamps`, `${timestamps}/timestamps`);
  else nwb.dataset(`${path}/timestamps`, timestamps, undefined, {interval: 1n, unit: "seconds"});
}
