import type {InvalidInterval} from "../invalid-times.js";
import type {Lfp} from "./lfp-of-probe.js";

/** µV by which all channels of a probe jump to and fro, and how often per second, while its recording is invalid. */
export const ARTEFACT_MODEL = {amplitude: 1500, rate: 4} as const;

/** Adds an artefact wherever the probe's recording is marked as invalid, so that one sees why it should be left out. */
export function addArtefact({probe, timestamps, data}: Lfp, invalidTimes: readonly InvalidInterval[]): void {
  for (const {start, stop, tags} of invalidTimes) {
    if (!tags.includes(probe.name)) continue;
    for (let i = 0; i < timestamps.length; i++) {
      if (timestamps[i] <= start || timestamps[i] >= stop) continue;
      const sign = Math.floor((timestamps[i] - start) * ARTEFACT_MODEL.rate) % 2 === 0 ? 1 : -1;
      for (const values of data) values[i] += sign * ARTEFACT_MODEL.amplitude;
    }
  }
}
