import {DataArray} from "../../array/index.js";
import {DynamicTable, type Hdf5File, NwbError, TimeSeries, WRITE_OTHERWISE} from "../../nwb/index.js";
import {idColumn} from "../id-column.js";
import type {InvalidInterval} from "../tables/invalid-times.js";
import {requireRows} from "./require-rows.js";
import type {TimeWindow} from "./time-window.js";

const ELECTRODES = "/general/extracellular_ephys/electrodes";
const CSD = "/processing/current_source_density/ecephys_csd";

/** More than this many values are not read at once; a whole file holds about a thousand million. */
const MOST_VALUES = 2 ** 29;

/**
 * The local field potential of a probe: (time, channel), V, channels by their ids.
 * @param window s, both ends included: only the chunks of the file that hold it are read
 * @param invalid intervals in which every sample becomes NaN, both ends included
 * @throws {NwbError} `missing` if the file holds no LFP of the probe; `wrong-length` if its parts do not fit together;
 *   `index-out-of-range` if a channel is of a row that the table of electrodes does not have
 */
export function readLfp(
  file: Hdf5File,
  probeId: number,
  window: TimeWindow | undefined,
  invalid: readonly InvalidInterval[]
): DataArray<Float32Array> {
  const series = new TimeSeries(file, seriesOf(probeId));
  const {length, path} = series;
  const channel = channelIds(file, `${path}/electrodes`);
  requireRows(file, `${path} (values of a sample)`, series.shape[1] ?? 1, {
    rows: channel.length,
    of: `${path}/electrodes`
  });
  const [first, end] = window
    ? [firstSample(file, series, (t) => t >= window[0]), firstSample(file, series, (t) => t > window[1])]
    : [0, length];
  if ((end - first) * channel.length > MOST_VALUES) {
    const [expected, found] = [`at most ${MOST_VALUES} values at once`, `${(end - first) * channel.length}`];
    const remedy = "Ask for a window: lfp(probeId, {time: [start, stop]}).";
    throw new NwbError("wrong-length", {file: file.name, path, expected, found, remedy});
  }
  const time = Float64Array.from(series.times(first, end));
  const values = Float32Array.from(series.rows(first, end));
  maskInvalid(values, time, channel.length, invalid);
  return new DataArray({name: "LFP", dims: ["time", "channel"], coords: {time, channel}, values});
}

/** When the LFP of a probe begins and ends (s). */
export function readLfpTimeSpan(file: Hdf5File, probeId: number): TimeWindow {
  const series = new TimeSeries(file, seriesOf(probeId));
  const {length, path} = series;
  const [start] = series.times(0, Math.min(1, length));
  const [stop] = series.times(Math.max(0, length - 1), length);
  if (start <= stop) return [start, stop];
  const isEmpty = length === 0;
  const expected = isEmpty ? "at least one sample" : "ascending times";
  const found = isEmpty ? "none" : `${start} s first and ${stop} s last`;
  throw new NwbError(isEmpty ? "wrong-length" : "wrong-value", {
    file: file.name,
    path,
    expected,
    found,
    remedy: WRITE_OTHERWISE
  });
}

const seriesOf = (probeId: number) => `/acquisition/probe_${probeId}_lfp/probe_${probeId}_lfp_data`;

/** The ids of the channels of an LFP, from the rows of the table of electrodes that it names. */
function channelIds(file: Hdf5File, path: string): Int32Array | Float64Array {
  const {ids} = new DynamicTable(file, ELECTRODES);
  return idColumn(
    Float64Array.from(file.numbers(path), (row) => {
      if (Number.isInteger(row) && row >= 0 && row < ids.length) return ids[row];
      const [expected, found] = [`rows of the ${ids.length} of ${ELECTRODES}`, `row ${row}`];
      throw new NwbError("index-out-of-range", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
    })
  );
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

/**
 * The first sample whose time passes a test that all later ones pass too; a few samples are read, not all.
 * @throws {NwbError} `wrong-value` where their times do not ascend
 */
function firstSample(file: Hdf5File, series: TimeSeries, passes: (time: number) => boolean): number {
  let [low, high] = [0, series.length];
  if (high === 0) return 0;
  let [before, after] = [0, high - 1].map((sample) => series.times(sample, sample + 1)[0]); // times at and around low and high
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [time] = series.times(middle, middle + 1);
    if (!(before <= time && time <= after)) {
      const [expected, found] = ["ascending times", `${time} s at sample ${middle}, between ${before} and ${after} s`];
      const path = `${series.path}/timestamps`;
      throw new NwbError("wrong-value", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
    }
    if (passes(time)) [high, after] = [middle, time];
    else [low, before] = [middle + 1, time];
  }
  return low;
}

/**
 * The current source density of a probe around flashes: (virtual_channel_index, time), in the units of the file
 * (V/cm²), with vertical_position and horizontal_position (µm) of the virtual channels among its coords. Time is s from
 * the flash.
 */
export function readCurrentSourceDensity(file: Hdf5File): DataArray<Float64Array> {
  const series = new TimeSeries(file, `${CSD}/current_source_density`);
  const time = Float64Array.from(series.times());
  const position = (path: string) => {
    requireRows(file, path, file.shape(path)[0], {rows: series.shape[1], of: `a row of ${series.path}`});
    return Float64Array.from(file.numbers(path));
  };
  const values = Float64Array.from(series.rows());
  const vertical_position = position(`${CSD}/virtual_electrode_y_positions`);
  const horizontal_position = position(`${CSD}/virtual_electrode_x_positions`);
  const virtual_channel_index = Int32Array.from(vertical_position, (_, i) => i);
  return new DataArray({
    name: "CSD",
    dims: ["time", "virtual_channel_index"], // as the file has them
    coords: {time, virtual_channel_index, vertical_position, horizontal_position},
    values
  }).transpose("virtual_channel_index", "time");
}
