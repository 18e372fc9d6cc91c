import type {ColumnTable} from "arquero";
import {type NwbFile, TimeSeries} from "../../nwb/index.js";
import {toTable} from "../columns.js";
import {requireRows} from "./require-rows.js";

const RUNNING = "/processing/running";
const ACQUISITION = "/acquisition";

/** The speed of the running wheel: start_time, end_time (s), velocity (cm/s). A session without running has no rows. */
export function readRunningSpeed(file: NwbFile): ColumnTable {
  const speed = `${RUNNING}/running_speed`;
  if (!file.hasGroup(speed)) return toTable({start_time: [], end_time: [], velocity: []});
  const starts = new TimeSeries(file, speed);
  const ends = new TimeSeries(file, `${RUNNING}/running_speed_end_times`);
  requireRows(file, ends.path, ends.length, {rows: starts.length, of: speed});
  return toTable({start_time: starts.times(), end_time: ends.times(), velocity: starts.values()});
}

/**
 * What the wheel's encoder measured on each frame: frame_time (s), net_rotation (radians), signal_voltage and
 * supply_voltage (V; NaN where they were not measured). A session without running has no rows.
 */
export function readRawRunningData(file: NwbFile): ColumnTable {
  const rotation = `${ACQUISITION}/raw_running_wheel_rotation`;
  if (!file.hasGroup(rotation)) {
    return toTable({frame_time: [], net_rotation: [], signal_voltage: [], supply_voltage: []});
  }
  const frames = new TimeSeries(file, rotation);
  const rows = frames.length;
  const voltage = (name: string) => {
    const series = new TimeSeries(file, `${ACQUISITION}/${name}`);
    requireRows(file, series.path, series.shape[0], {rows, of: rotation});
    return series.values(0, rows);
  };
  return toTable({
    frame_time: frames.times(),
    net_rotation: frames.values(),
    signal_voltage: voltage("running_wheel_signal_voltage"),
    supply_voltage: voltage("running_wheel_supply_voltage")
  });
}
