import {interspikeIntervals} from "../../analysis/correlograms/index.js";

/** So soon after a spike a neuron hardly fires again (s). */
export const REFRACTORY = 0.0015;

/** The share of a train's intervals that are shorter than {@link REFRACTORY}, and the same as a percentage; NaN without any. */
export function shortIntervals(train: ArrayLike<number>): {share: number; text: string} {
  const share = interspikeIntervals(train, REFRACTORY).belowRefractory;
  return {share, text: `${(100 * share).toFixed(2)} %`};
}
