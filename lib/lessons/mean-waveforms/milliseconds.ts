import type {DataArray} from "../../array/index.js";

/** The times of a waveform's samples, in ms. */
export function milliseconds({coords}: DataArray): Float64Array {
  return Float64Array.from(coords.time as ArrayLike<number>, (seconds) => seconds * 1000);
}
