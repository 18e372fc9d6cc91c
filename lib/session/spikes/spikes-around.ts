import {lowerBound, upperBound} from "../../analysis/counting/index.js";
import type {TimeWindow} from "../recordings/time-window.js";

/**
 * The spikes of a unit around each of some moments, relative to it.
 * @param train s, ascending
 * @param window s from the moment, both ends included
 */
export function spikesAround(train: Float64Array, moments: ArrayLike<number>, [from, to]: TimeWindow): Float64Array[] {
  return Array.from(moments, (moment) =>
    train.subarray(lowerBound(train, moment + from), upperBound(train, moment + to)).map((time) => time - moment)
  );
}
