import type {RunningWheel} from "../running-wheel.js";
import type {NwbWriter} from "./nwb-writer.js";
import {writeTimeSeries} from "./time-series.js";

/**
 * Writes running: the raw wheel in `/acquisition`, and the speed in a module whose series of end times has no data of
 * its own, as in the published files.
 */
export function writeRunning(nwb: NwbWriter, wheel: RunningWheel): void {
  const raw = "/acquisition/raw_running_wheel_rotation";
  writeTimeSeries(nwb, raw, wheel.rotation, wheel.start, "radians");
  writeTimeSeries(nwb, "/acquisition/running_wheel_signal_voltage", wheel.signalVoltage, raw, "V");
  writeTimeSeries(nwb, "/acquisition/running_wheel_supply_voltage", wheel.supplyVoltage, raw, "V");

  const module = "/processing/running";
  nwb.group(module, ["core", "ProcessingModule"], {description: "running speed data"});
  writeTimeSeries(nwb, `${module}/running_speed`, wheel.velocity, wheel.start, "cm/s");
  const noData = new Float64Array(wheel.end.length).fill(Number.NaN);
  writeTimeSeries(nwb, `${module}/running_speed_end_times`, noData, wheel.end, "cm/s");
  writeTimeSeries(nwb, `${module}/running_wheel_rotation`, wheel.rotation, `${module}/running_speed`, "radians");
}
