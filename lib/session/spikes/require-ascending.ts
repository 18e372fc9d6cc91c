import {FETCH_AGAIN, NwbError, type NwbFile} from "../../nwb/index.js";
import {UNITS} from "../tables/units.js";

/**
 * The spike times of a unit, once they are known to be in order, as searches in them need; the published files have them so.
 * @throws {NwbError} `damaged`
 */
export function requireAscending(file: NwbFile, unitId: number, times: Float64Array): Float64Array {
  // One comparison a spike, false for NaN too; if all ascend, none is infinite unless the first or the last is.
  let wrong = 1;
  while (wrong < times.length && times[wrong] >= times[wrong - 1]) ++wrong;
  const isBounded =
    times.length === 0 || (times[0] > Number.NEGATIVE_INFINITY && times[times.length - 1] < Number.POSITIVE_INFINITY);
  if (wrong < times.length || !isBounded) {
    const index = Math.min(wrong, times.length - 1);
    throw new NwbError("damaged", {
      file: file.name,
      path: `${UNITS}/spike_times`,
      expected: `ascending spike times of unit ${unitId}`,
      found: `${times[index]} after ${index > 0 ? times[index - 1] : "nothing"}`,
      remedy: FETCH_AGAIN
    });
  }
  return times;
}
