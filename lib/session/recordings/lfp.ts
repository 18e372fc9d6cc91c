import {DataArray} from "../../array/index.js";
import {FETCH_AGAIN, type Hdf5File, type NumberArray, NwbError} from "../../nwb/index.js";
import type {InvalidInterval} from "../tables/invalid-times.js";
import {requireWindow, type TimeWindow} from "./time-window.js";

const ELECTRODES = "/general/extracellular_ephys/electrodes";
const CSD = "/processing/current_source_density/ecephys_csd";

/** More than this many values are not read at once; a whole file holds about a thousand million. */
const MOST_VALUES = 2 ** 29;

/**
 * The local field potential of a probe: (time, channel), V, channels by their ids.
 * @param window s, both ends included: only the chunks of the file that hold it are read
 * @param invalid intervals in which every sample becomes NaN, both ends included
 * @throws {NwbError} `missing` if the file holds no LFP of the probe; `wrong-length` if its parts do not fit together
 */
export function readLfp(
  file: Hdf5File,
  probeId: number,
  window: TimeWindow | undefined,
  invalid: readonly InvalidInterval[]
): DataArray<Float32Array> {
  requireWindow(window);
  const series = `/acquisition/probe_${probeId}_lfp/probe_${probeId}_lfp_data`;
  const [samples, channels] = file.shape(`${series}/data`);
  const times = `${series}/timestamps`;
  const [first, end] = window
    ? [
        firstSample(file, times, samples, (t) => t >= window[0]),
        firstSample(file, times, samples, (t) => t > window[1])
      ]
    : [0, samples];
  if ((end - first) * channels > MOST_VALUES) {
    const [expected, found] = [`at most ${MOST_VALUES} values at once`, `${(end - first) * channels}`];
    const remedy = "Ask for a window: lfp(probeId, {time: [start, stop]}).";
    throw new NwbError("wrong-length", {file: file.name, path: series, expected, found, remedy});
  }
  const time = Float64Array.from(file.numbers(times, first, end));
  const values = Float32Array.from(file.numbers(`${series}/data`, first, end));
  const ids = file.numbers(`${ELECTRODES}/id`);
  const channel = Int32Array.from(file.numbers(`${series}/electrodes`), (row) => ids[row]);
  if (time.length * channel.length !== values.length) {
    const [expected, found] = [`${time.length} times × ${channel.length} channels`, `${values.length} values`];
    throw new NwbError("wrong-length", {file: file.name, path: series, expected, found, remedy: FETCH_AGAIN});
  }
  maskInvalid(values, time, channel.length, invalid);
  return new DataArray({name: "LFP", dims: ["time", "channel"], coords: {time, channel}, values});
}

/** When the LFP of a probe begins and ends (s). */
export function readLfpTimeSpan(file: Hdf5File, probeId: number): TimeWindow {
  const times = `/acquisition/probe_${probeId}_lfp/probe_${probeId}_lfp_data/timestamps`;
  const [samples] = file.shape(times);
  return [file.numbers(times, 0, 1)[0], file.numbers(times, samples - 1, samples)[0]];
}

/** Makes the samples in invalid intervals NaN, both ends included. */
export function maskInvalid(
  values: Float32Array,
  times: ArrayLike<number>,
  channels: number,
  invalid: readonly {start: number; stop: number}[]
): void {
  for (const {start, stop} of invalid) {
    for (let row = 0; row < times.length; ++row) {
      if (start <= times[row] && times[row] <= stop) values.fill(Number.NaN, row * channels, (row + 1) * channels);
    }
  }
}

/** The first sample whose time passes a test that all later ones pass too; a few samples are read, not all. */
function firstSample(file: Hdf5File, path: string, samples: number, passes: (time: number) => boolean): number {
  let low = 0;
  let high = samples;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(file.numbers(path, middle, middle + 1)[0])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The current source density of a probe around flashes: (virtual_channel_index, time), in the units of the file
 * (V/cm²), with vertical_position and horizontal_position (µm) of the virtual channels among its coords. Time is s from
 * the flash.
 */
export function readCurrentSourceDensity(file: Hdf5File): DataArray<Float64Array> {
  const series = `${CSD}/current_source_density`;
  const time = Float64Array.from(file.numbers(`${series}/timestamps`));
  const vertical_position = Float64Array.from(file.numbers(`${CSD}/virtual_electrode_y_positions`));
  const horizontal_position = Float64Array.from(file.numbers(`${CSD}/virtual_electrode_x_positions`));
  const virtual_channel_index = Int32Array.from(vertical_position, (_, i) => i);
  const values: NumberArray = file.numbers(`${series}/data`);
  return new DataArray({
    name: "CSD",
    dims: ["time", "virtual_channel_index"], // as the file has them
    coords: {time, virtual_channel_index, vertical_position, horizontal_position},
    values: Float64Array.from(values)
  }).transpose("virtual_channel_index", "time");
}
