import {DataArray} from "../../array/index.js";
import {type Extent, type NumberArray, NwbError, WRITE_OTHERWISE} from "../../nwb/index.js";
import {idColumn} from "../id-column.js";

/** The channels of a probe that a session has, by their number on the probe, ascending. */
export interface ProbeChannels {
  /** Hz */
  samplingRate: number;
  numbers: readonly number[];
  ids: readonly number[];
}

/** Of the channels of a probe, those of at most so many numbers from a peak channel; all, if no limit is given. */
export function channelsNearPeak(channels: ProbeChannels, peakChannelId: number, limit?: number): ProbeChannels {
  const peak = channels.numbers[channels.ids.indexOf(peakChannelId)];
  if (limit === undefined || peak === undefined) return channels;
  const near = (_: number, i: number) => Math.abs(channels.numbers[i] - peak) <= limit;
  return {...channels, numbers: channels.numbers.filter(near), ids: channels.ids.filter(near)};
}

/** The rows of a mean waveform that hold channels. */
export function spanOfChannels({numbers}: ProbeChannels): Extent {
  return {start: numbers[0] ?? 0, end: (numbers.at(-1) ?? -1) + 1};
}

/**
 * The mean waveform of a unit on channels of its probe: (channel_id, time), µV. In the file row i belongs to channel
 * number i; channels that the session does not have (invalid ones) are left out. Time is s from the first sample.
 * @param file the file's name, for errors
 * @param read the rows that {@link spanOfChannels} names
 * @param rows how many rows the unit has in the file
 * @throws {NwbError} `wrong-length` where the rows end before a channel's number
 */
export function meanWaveform(
  file: string,
  read: NumberArray,
  rows: number,
  channels: ProbeChannels
): DataArray<Float64Array> {
  const {start, end} = spanOfChannels(channels);
  if (end > rows) {
    throw new NwbError("wrong-length", {
      file,
      path: "/units/waveform_mean",
      expected: `a row for channel number ${channels.numbers.find((number) => number >= rows)}`,
      found: `${rows} rows`,
      remedy: WRITE_OTHERWISE
    });
  }
  const samples = end > start ? read.length / (end - start) : 0;
  const values = new Float64Array(channels.numbers.length * samples);
  channels.numbers.forEach((number, i) => {
    values.set(read.subarray((number - start) * samples, (number - start + 1) * samples), i * samples);
  });
  return new DataArray({
    name: "mean_waveform",
    dims: ["channel_id", "time"],
    coords: {
      channel_id: idColumn(channels.ids),
      time: Float64Array.from({length: samples}, (_, i) => i / channels.samplingRate)
    },
    values
  });
}
