import type {ColumnTable} from "arquero";
import {type NumberArray, type NwbFile, TimeSeries} from "../../nwb/index.js";
import {toTable} from "../columns.js";
import {warnOfMissing} from "../tables/warn-of-missing.js";
import {requireRows} from "./require-rows.js";

const RUNNING = "/processing/running";
const ACQUISITION = "/acquisition";

/**
 * The speed of the running wheel: start_time, end_time (s; NaN where the file does not say when samples end), velocity (cm/s).
 * A session without running has no rows.
 */
export function readRunningSpeed(file: NwbFile, onWarning: (message: string) => void): ColumnTable {
  const speed = `${RUNNING}/running_speed`;
  if (!file.hasOptional(speed)) return toTable({start_time: [], end_time: [], velocity: []});
  const starts = new TimeSeries(file, speed);
  const ends = new TimeSeries(file, `${RUNNING}/running_speed_end_times`);
  const hasEnds = file.hasOptional(ends.path);
  if (hasEnds) requireRows(file, ends.path, ends.length, {rows: starts.length, of: speed});
  else warnOfMissing(onWarning, ["running_speed_end_times"]);
  const end_time = hasEnds ? ends.times() : new Float64Array(starts.length).fill(Number.NaN);
  return toTable({start_time: starts.times(), end_time, velocity: starts.values()});
}

/**
 * What the wheel's encoder measured on each frame: frame_time (s), net_rotation (radians), signal_voltage and
 * supply_voltage (V; NaN where they were not measured, or the file has none). A session without running has no rows.
 */
export function readRawRunningData(file: NwbFile, onWarning: (message: string) => void): ColumnTable {
  const rotation = `${ACQUISITION}/raw_running_wheel_rotation`;
  if (!file.hasOptional(rotation)) {
    return toTable({frame_time: [], net_rotation: [], signal_voltage: [], supply_voltage: []});
  }
  const frames = new TimeSeries(file, rotation);
  const rows = frames.length;
  const missing: string[] = [];
  const voltage = (name: string): NumberArray => {
    const series = new TimeSeries(file, `${ACQUISITION}/${name}`);
    if (!file.hasOptional(series.path)) {
      missing.push(name);
      return new Float64Array(rows).fill(Number.NaN);
    }
    requireRows(file, series.path, series.shape[0], {rows, of: rotation});
    return series.values(0, rows);
  };
  const table = toTable({
    frame_time: frames.times(),
    net_rotation: frames.values(),
    signal_voltage: voltage("running_wheel_signal_voltage"),
    supply_voltage: voltage("running_wheel_supply_voltage")
  });
  warnOfMissing(onWarning, missing);
  return table;
}
