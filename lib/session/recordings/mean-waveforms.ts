import {DataArray} from "../../array/index.js";
import {type Extent, FETCH_AGAIN, type NumberArray, NwbError} from "../../nwb/index.js";

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
 * @param read the rows that {@link spanOfChannels} names
 * @param rows how many rows the unit has in the file
 * @throws {NwbError} `wrong-length` where the rows end before a channel's number
 */
export function meanWaveform(read: NumberArray, rows: number, channels: ProbeChannels): DataArray<Float64Array> {
  const {start, end} = spanOfChannels(channels);
  if (end > rows) {
    throw new NwbError("wrong-length", {
      path: "/units/waveform_mean",
      expected: `a row for channel number ${channels.numbers.find((number) => number >= rows)}`,
      found: `${rows} rows`,
      remedy: FETCH_AGAIN
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
      channel_id: Int32Array.from(channels.ids),
      time: Float64Array.from({length: samples}, (_, i) => i / channels.samplingRate)
    },
    values
  });
}
