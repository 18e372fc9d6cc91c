import type {NwbWriter} from "./nwb-writer.js";

/** Writes a TimeSeries (core) with its own timestamps, in seconds. */
export function writeTimeSeries(
  nwb: NwbWriter,
  path: string,
  data: Float64Array | Float32Array,
  timestamps: Float64Array,
  unit: string
): void {
  nwb.group(path, ["core", "TimeSeries"], {comments: "no comments", description: "no description"});
  nwb.dataset(`${path}/data`, data, undefined, {conversion: 1, resolution: -1, unit});
  nwb.dataset(`${path}/timestamps`, timestamps, undefined, {interval: 1n, unit: "seconds"});
}
