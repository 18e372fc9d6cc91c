import {DataArray} from "../../array/index.js";
import {FETCH_AGAIN, type NumberArray, NwbError} from "../../nwb/index.js";

/** The channels of a probe that a session has, by their number on the probe, ascending. */
export interface ProbeChannels {
  /** Hz */
  samplingRate: number;
  numbers: readonly number[];
  ids: readonly number[];
}

/**
 * The mean waveform of a unit on the channels of its probe: (channel_id, time), µV. In the file row i belongs to channel
 * number i; channels that the session does not have (invalid ones) are left out. Time is s from the first sample.
 * @param all rows × samples
 * @throws {NwbError} `wrong-length` where the rows end before a channel's number
 */
export function meanWaveform(all: NumberArray, rows: number, channels: ProbeChannels): DataArray<Float64Array> {
  const samples = rows > 0 ? all.length / rows : 0;
  const beyond = channels.numbers.find((number) => number >= rows);
  if (beyond !== undefined) {
    throw new NwbError("wrong-length", {
      path: "/units/waveform_mean",
      expected: `a row for channel number ${beyond}`,
      found: `${rows} rows`,
      remedy: FETCH_AGAIN
    });
  }
  const values = new Float64Array(channels.numbers.length * samples);
  channels.numbers.forEach((number, i) => {
    values.set(all.subarray(number * samples, (number + 1) * samples), i * samples);
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
