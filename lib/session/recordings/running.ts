import type {ColumnTable} from "arquero";
import type {NwbFile} from "../../nwb/index.js";
import {toTable} from "../columns.js";

const RUNNING = "/processing/running";
const ACQUISITION = "/acquisition";

/** The speed of the running wheel: start_time, end_time (s), velocity (cm/s). A session without running has no rows. */
export function readRunningSpeed(file: NwbFile): ColumnTable {
  const speed = `${RUNNING}/running_speed`;
  if (!file.hasGroup(speed)) return toTable({start_time: [], end_time: [], velocity: []});
  return toTable({
    start_time: file.numbers(`${speed}/timestamps`),
    end_time: file.numbers(`${RUNNING}/running_speed_end_times/timestamps`),
    velocity: file.numbers(`${speed}/data`)
  });
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
  return toTable({
    frame_time: file.numbers(`${rotation}/timestamps`),
    net_rotation: file.numbers(`${rotation}/data`),
    signal_voltage: file.numbers(`${ACQUISITION}/running_wheel_signal_voltage/data`),
    supply_voltage: file.numbers(`${ACQUISITION}/running_wheel_supply_voltage/data`)
  });
}
