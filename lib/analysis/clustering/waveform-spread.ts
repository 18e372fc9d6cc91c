import type {Matrix} from "../linear-algebra/index.js";

/**
 * How far up and down the probe a unit is seen: the distance between the highest and the lowest channel on which its
 * waveform's range is at least a share of that on the peak channel (µm). NaN if no channel has a range.
 * @param waveforms channels × samples
 * @param positions the vertical position of each channel (µm)
 * @param share 0.12, as in ecephys_spike_sorting
 */
export function waveformSpread({rows, columns, values}: Matrix, positions: ArrayLike<number>, share = 0.12): number {
  const ranges = Float64Array.from({length: rows}, (_, channel) => {
    const waveform = values.subarray(channel * columns, (channel + 1) * columns);
    return waveform.reduce((a, b) => Math.max(a, b), -Infinity) - waveform.reduce((a, b) => Math.min(a, b), Infinity);
  });
  const largest = ranges.reduce((a, b) => Math.max(a, b), 0);
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let channel = 0; channel < rows; ++channel) {
    if (!(ranges[channel] > 0 && ranges[channel] >= share * largest)) continue;
    lowest = Math.min(lowest, positions[channel]);
    highest = Math.max(highest, positions[channel]);
  }
  return highest >= lowest ? highest - lowest : Number.NaN;
}
