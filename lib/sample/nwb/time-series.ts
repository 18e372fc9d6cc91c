import type {NwbWriter, Values} from "./nwb-writer.js";

/** What a series holds. */
export interface TimeSeries {
  description: string;
  data: Values;
  /** Its own, in seconds, or the path of the series whose timestamps it shares by a soft link. */
  timestamps: Float64Array | string;
  unit: string;
}

/** Writes a TimeSeries (core). */
export function writeTimeSeries(nwb: NwbWriter, path: string, {data, timestamps, unit, description}: TimeSeries): void {
  nwb.group(path, ["core", "TimeSeries"], {comments: "no comments", description});
  nwb.dataset(`${path}/data`, data, undefined, {conversion: 1, resolution: -1, unit});
  if (typeof timestamps === "string") nwb.softLink(`${path}/timestamps`, `${timestamps}/timestamps`);
  else nwb.dataset(`${path}/timestamps`, timestamps, undefined, {interval: 1n, unit: "seconds"});
}
