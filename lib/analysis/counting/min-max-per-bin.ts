/** The least and the greatest value in each of equal bins of time; NaN in bins without a number. */
export interface MinMaxPerBin {
  minimum: Float32Array;
  maximum: Float32Array;
}

/**
 * What of a long series can be seen in a figure that is `bins` pixels wide: the range of its values in each bin
 * [start + i · width, start + (i + 1) · width). Samples that are NaN, or outside the bins, are passed over.
 * @param times s
 */
export function minMaxPerBin(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  {start, width, bins}: {start: number; width: number; bins: number}
): MinMaxPerBin {
  const minimum = new Float32Array(bins).fill(Number.NaN);
  const maximum = new Float32Array(bins).fill(Number.NaN);
  for (let i = 0; i < times.length; ++i) {
    const bin = Math.floor((times[i] - start) / width);
    const value = values[i];
    if (!(bin >= 0 && bin < bins) || Number.isNaN(value)) continue;
    if (!(minimum[bin] <= value)) minimum[bin] = value;
    if (!(maximum[bin] >= value)) maximum[bin] = value;
  }
  return {minimum, maximum};
}
