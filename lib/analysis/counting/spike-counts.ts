import {lowerBound, lowerBoundFrom} from "./bounds.js";

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
  // Window by window, so that what is written stays in the processor's cache; where the last search of each unit ended
  // is where the next begins, for windows mostly ascend.
  const positions = new Int32Array(units);
  for (let window = 0, previousStart = Number.NEGATIVE_INFINITY; window < windows; ++window) {
    const first = window * edgeCount;
    const start = domain[first];
    const stop = domain[first + bins];
    const binsPerSecond = stop > start ? bins / (stop - start) : 0;
    const ascends = start >= previousStart;
    previousStart = start;
    for (let unit = 0; unit < units; ++unit) {
      const train = trains[unit];
      const from = ascends ? lowerBoundFrom(train, start, positions[unit]) : lowerBound(train, start);
      positions[unit] = from;
      for (let spike = from; spike < train.length && train[spike] <= stop; ++spike) {
        const time = train[spike];
        // The last bin that has begun: a guess that is right for equal bins, then put right for any.
        let bin = Math.min(bins - 1, Math.floor((time - start) * binsPerSecond));
        while (bin > 0 && domain[first + bin] > time) --bin;
        while (bin < bins - 1 && domain[first + bin + 1] <= time) ++bin;
        if (!closed && time >= domain[first + bin + 1]) continue;
        do {
          const position = (window * bins + bin) * units + unit;
          if (binarize) counts[position] = 1;
          else ++counts[position];
          --bin;
        } while (closed && bin >= 0 && domain[first + bin + 1] >= time);
      }
    }
  }
  return counts;
}
