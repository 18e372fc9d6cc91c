import type {DataArray} from "../../array/index.js";
import {gaussianFilter} from "../smoothing/gaussian-filter.js";
import {alongDimension} from "./along-dimension.js";

/**
 * An array smoothed with a Gaussian along one dimension, as scipy's `gaussian_filter1d`: weights out to four standard
 * deviations, values mirrored at the ends. NaN spreads as far as the weights reach.
 * @param sigma standard deviation, in steps along the dimension (e.g. bins); 0 leaves the values as they are
 * @throws {ArrayError} `unknown-dimension`; {AnalysisError} `wrong-argument` for a sigma that is below 0 or NaN
 */
export function smoothAlong(array: DataArray, dim: string, sigma: number): DataArray<Float64Array> {
  return alongDimension(array, dim, (line) => gaussianFilter(line, sigma));
}
