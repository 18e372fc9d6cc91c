import {lowerBound, lowerBoundFrom, upperBoundFrom} from "../counting/bounds.js";
import type {LagBins} from "./lag-bins.js";
import {type LagKernel, lagKernel} from "./lag-kernel.js";

/**
 * Adds the lags (moving − fixed) of all pairs of spikes to `counts`.
 * @param fixed finite, ascending (s)
 * @param moving finite, ascending (s)
 */
export function countLags(fixed: Float64Array, moving: Float64Array, bins: LagBins, counts: Uint32Array): void {
  const kernel = lagKernel();
  if (kernel && bins.bins <= kernel.mostBins) countInBlocks(kernel, fixed, moving, bins, counts);
  else countOneByOne(fixed, moving, bins, counts);
}

function countInBlocks(
  kernel: LagKernel,
  fixed: Float64Array,
  moving: Float64Array,
  bins: LagBins,
  counts: Uint32Array
): void {
  const {edges, binWidth} = bins;
  const reach = kernel.reach(bins);
  kernel.setBins(bins);
  for (let start = 0, end = 0, early = 0; start < fixed.length; start = end) {
    const origin = fixed[start];
    end = Math.min(fixed.length, start + kernel.mostFixed);
    if (fixed[end - 1] > origin + reach) end = lowerBound(fixed, origin + reach, start + 1, end);
    early = lowerBoundFrom(moving, origin + edges[0] - binWidth, Math.max(0, early - 1));
    const late = upperBoundFrom(moving, fixed[end - 1] + edges[bins.bins] + binWidth, early);
    for (let from = early; from < late; from += kernel.mostMoving) {
      const part = moving.subarray(from, Math.min(late, from + kernel.mostMoving));
      kernel.count(fixed.subarray(start, end), part, origin);
    }
  }
  const counted = kernel.counts();
  for (let bin = 0; bin < bins.bins; ++bin) counts[bin] += counted[bin];
}

function countOneByOne(
  fixed: Float64Array,
  moving: Float64Array,
  {edges, binWidth, bins}: LagBins,
  counts: Uint32Array
) {
  let first = 0;
  for (const time of fixed) {
    while (first < moving.length && moving[first] - time < edges[0]) ++first;
    for (let j = first; j < moving.length; ++j) {
      const lag = moving[j] - time;
      if (lag >= edges[bins]) break;
      ++counts[exactBin(lag, edges, Math.floor((lag - edges[0]) / binWidth))];
    }
  }
}

/** The bin [edge k, edge k + 1) that holds a lag, which is `guess` or a neighbour of it. */
export function exactBin(lag: number, edges: Float64Array, guess: number): number {
  if (lag < edges[guess]) return guess - 1;
  return lag >= edges[guess + 1] ? guess + 1 : guess;
}
