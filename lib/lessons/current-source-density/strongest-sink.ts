import type {DataArray} from "../../array/index.js";
import type {DensityRow} from "./density-rows.js";

/** A moment and a place at which current flows into cells. */
export interface Sink {
  /** s from the onset of the flash */
  time: number;
  /** Distance from the tip of the probe, in µm. */
  position: number;
  acronym: string;
  /** In the unit of the density; sinks are positive. */
  value: number;
}

/** The strongest sink of the visual cortex after onset; null where the probe did not pass it. */
export function strongestSink({coords, values, shape}: DataArray, rows: readonly DensityRow[]): Sink | null {
  let strongest: Sink | null = null;
  for (const [i, {position, acronym}] of rows.entries()) {
    if (!acronym?.startsWith("VIS")) continue;
    for (let sample = 0; sample < shape[1]; sample++) {
      const [time, value] = [coords.time[sample] as number, values[i * shape[1] + sample]];
      if (time > 0 && (!strongest || value > strongest.value)) strongest = {time, position, acronym, value};
    }
  }
  return strongest;
}
