import {AnalysisError} from "../analysis-error.js";

/** The least and the greatest value in each of equal bins of time; NaN in bins without a number. */
export interface MinMaxPerBin {
  minimum: Float32Array;
  maximum: Float32Array;
}

/**
 * What of a long series can be seen in a figure that is `bins` pixels wide: the range of its values in each bin
 * [start + i · width, start + (i + 1) · width). Samples that are NaN, or outside the bins, are passed over; all, where
 * start or width is NaN.
 *
 * @example
 * const {minimum, maximum} = minMaxPerBin(times, speed, {start: times[0], width: 0.5, bins: 800});
 *
 * @param times s
 * @throws {AnalysisError} `wrong-shape` if there are not as many values as times; `wrong-argument` for a number of bins
 * that is not whole, or a width that is not above 0
 */
export function minMaxPerBin(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  {start, width, bins}: {start: number; width: number; bins: number}
): MinMaxPerBin {
  if (times.length !== values.length) {
    const [expected, found] = [`${times.length} values, one for each time`, `${values.length}`];
    throw new AnalysisError("wrong-shape", {path: "values", expected, found, remedy: "Give both of the same samples."});
  }
  if (!(Number.isInteger(bins) && bins >= 0) || width <= 0) {
    const [expected, found] = ["a whole number of bins, of a width above 0 (s)", `${bins} bins of ${width} s`];
    throw new AnalysisError("wrong-argument", {path: "width, bins", expected, found, remedy: "Give others."});
  }
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
