import {lowerBound, upperBound} from "./bounds.js";

/** Whether a spike on an edge counts in both bins it bounds (AllenSDK's rule) or only in the one it opens (numpy's). */
export type BinEdges = "closed" | "half-open";

/** How spikes are counted. */
export interface SpikeCountOptions {
  edges: BinEdges;
  /** Whether a bin holds 1 if any spike fell in it, instead of their number. */
  binarize: boolean;
}

/**
 * Spike counts of units in bins whose edges are given for each window.
 * @param trains ascending spike times of each unit (s)
 * @param domain edges of each window (s), windows × edges in C order, not decreasing within a window
 * @returns windows × bins × units in C order; `Uint16Array` (wraps beyond 65,535), or `Uint8Array` when binarized
 */
export function countSpikes(
  trains: readonly Float64Array[],
  domain: Float64Array,
  edgeCount: number,
  {edges, binarize}: SpikeCountOptions
): Uint16Array | Uint8Array {
  const windows = edgeCount > 0 ? domain.length / edgeCount : 0;
  const bins = Math.max(0, edgeCount - 1);
  const units = trains.length;
  const size = windows * bins * units;
  const counts = binarize ? new Uint8Array(size) : new Uint16Array(size);
  if (bins === 0) return counts;
  const closed = edges === "closed";
  for (let unit = 0; unit < units; ++unit) {
    const train = trains[unit];
    let previousStart = Number.NEGATIVE_INFINITY;
    let spike = 0;
    for (let window = 0; window < windows; ++window) {
      const first = window * edgeCount;
      const last = first + bins;
      const start = domain[first];
      const stop = domain[last];
      // Windows mostly ascend, so that the search goes on from where the one before it ended.
      spike = lowerBound(train, start, start >= previousStart ? spike : 0);
      previousStart = start;
      for (let k = spike; k < train.length && train[k] <= stop; ++k) {
        const time = train[k];
        // Bins whose left edge is at or before the spike end here; those whose right edge is at or after it begin there.
        const end = upperBound(domain, time, first, last + 1) - first;
        const begin = closed ? lowerBound(domain, time, first, last + 1) - first - 1 : end - 1;
        for (let bin = Math.max(0, begin); bin < end && bin < bins; ++bin) {
          const position = (window * bins + bin) * units + unit;
          if (binarize) counts[position] = 1;
          else ++counts[position];
        }
      }
    }
  }
  return counts;
}
