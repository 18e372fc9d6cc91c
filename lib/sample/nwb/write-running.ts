import type {RunningWheel} from "../running-wheel.js";
import type {NwbWriter} from "./nwb-writer.js";
import {writeTimeSeries} from "./time-series.js";

/**
 * Writes running: the raw wheel in `/acquisition`, and the speed in a module whose series of end times has no data of
 * its own, as in the published files.
 */
export function writeRunning(nwb: NwbWriter, wheel: RunningWheel): void {
  const raw = "/acquisition/raw_running_wheel_rotation";
  const rotation = {data: wheel.rotation, unit: "radians", description: "rotation of the wheel since the last frame"};
  writeTimeSeries(nwb, raw, {...rotation, timestamps: wheel.start});
  for (const [name, data] of [
    ["signal", wheel.signalVoltage],
    ["supply", wheel.supplyVoltage]
  ] as const) {
    const description = `${name} voltage of the wheel's encoder`;
    const path = `/acquisition/running_wheel_${name}_voltage`;
    writeTimeSeries(nwb, path, {data, timestamps: raw, unit: "V", description});
  }

  const module = "/processing/running";
  nwb.group(module, ["core", "ProcessingModule"], {description: "running speed data"});
  writeTimeSeries(nwb, `${module}/running_speed`, {
    data: wheel.velocity,
    timestamps: wheel.start,
    unit: "cm/s",
    description: "speed of the wheel in intervals that begin at these times"
  });
  const noData = new Float64Array(wheel.end.length).fill(Number.NaN);
  writeTimeSeries(nwb, `${module}/running_speed_end_times`, {
    data: noData,
    timestamps: wheel.end,
    unit: "cm/s",
    description: "when the intervals of running_speed end"
  });
  writeTimeSeries(nwb, `${module}/running_wheel_rotation`, {...rotation, timestamps: `${module}/running_speed`});
}
