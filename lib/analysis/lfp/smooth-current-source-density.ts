import type {DataArray} from "../../array/index.js";
import {smoothAlong} from "../responses/smooth-along.js";

/**
 * A current source density (or any array) smoothed with a Gaussian along each of its dimensions, as the tutorial does
 * with scipy's `gaussian_filter`: weights out to four standard deviations, values mirrored at the edges.
 * @param sigma standard deviation in samples and channels; the tutorial's 4 by default
 * @throws {AnalysisError} `wrong-argument` for a sigma that is below 0 or NaN
 */
export function smoothCurrentSourceDensity(density: DataArray, sigma = 4): DataArray<Float64Array> {
  let smoothed = smoothAlong(density, density.dims[0], sigma);
  for (const dim of density.dims.slice(1)) smoothed = smoothAlong(smoothed, dim, sigma);
  return smoothed;
}
