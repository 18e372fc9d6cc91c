import {lowerBound, lowerBoundFrom} from "./bounds.js";

/** Whether a spike on an edge counts in both bins it bounds (AllenSDK's rule) or only in the one it opens (numpy's). */
export type BinEdges = "closed" | "half-open";

/** How spikes are counted. */
export interface SpikeCountOptions {
  edges: BinEdges;
  /** Whether a bin holds 1 if any spike fell in it, instead of their number. */
  binarize: boolean;
  /** The fewest bits that a count has: 8 by default. New memory takes most of the time, so fewer are faster. */
  bits?: 8 | 16;
}

/** Counts, in the narrowest of these that holds the greatest. */
export type SpikeCounts = Uint8Array | Uint16Array | Uint32Array;

/**
 * Spike counts of units in bins whose edges are given for each window.
 *
 * @example
 * const edges = Float64Array.of(0, 0.1, 0.2, 5, 5.1, 5.2); // two windows of three edges
 * const counts = countSpikes(trains, edges, 3, {edges: "half-open", binarize: false});
 *
 * @param trains ascending spike times of each unit (s)
 * @param domain edges of each window (s), windows × edges in C order, not decreasing within a window
 * @returns windows × bins × units in C order; numbers of 16 or 32 bits only where a count is above 255 or 65,535
 */
export function countSpikes(
  trains: readonly Float64Array[],
  domain: Float64Array,
  edgeCount: number,
  options: SpikeCountOptions
): SpikeCounts {
  const windows = edgeCount > 0 ? domain.length / edgeCount : 0;
  const size = windows * Math.max(0, edgeCount - 1) * trains.length;
  for (const Counts of options.bits === 16 ? [Uint16Array] : [Uint8Array, Uint16Array]) {
    const counts = new Counts(size);
    if (fill(counts, trains, domain, edgeCount, options)) return counts;
  }
  const counts = new Uint32Array(size);
  fill(counts, trains, domain, edgeCount, options);
  return counts;
}

/** @returns false if a count does not fit */
function fill(
  counts: SpikeCounts,
  trains: readonly Float64Array[],
  domain: Float64Array,
  edgeCount: number,
  {edges, binarize}: SpikeCountOptions
): boolean {
  if (counts.length === 0) return true;
  const [windows, bins, units] = [domain.length / edgeCount, edgeCount - 1, trains.length];
  // Window by window, so that what is written stays in the processor's cache; where the last search of each unit ended
  // is where the next begins, for windows mostly ascend.
  const positions = new Int32Array(units);
  for (let window = 0, previousStart = Number.NEGATIVE_INFINITY; window < windows; ++window) {
    const row = counts.subarray(window * bins * units, (window + 1) * bins * units);
    bringIn(row);
    const times = domain.subarray(window * edgeCount, (window + 1) * edgeCount);
    const [start, stop] = [times[0], times[bins]];
    const perSecond = stop > start ? bins / (stop - start) : 0;
    const binning = {edges: times, perSecond, isClosed: edges === "closed", binarize};
    const ascends = start >= previousStart;
    previousStart = start;
    for (let unit = 0; unit < units; ++unit) {
      const train = trains[unit];
      const from = ascends ? lowerBoundFrom(train, start, positions[unit]) : lowerBound(train, start);
      positions[unit] = from;
      if (!countTrain(train, from, binning, row, unit, units)) return false;
    }
  }
  return true;
}

interface Binning {
  edges: Float64Array;
  /** How many bins a second has, on average. */
  perSecond: number;
  isClosed: boolean;
  binarize: boolean;
}

/**
 * Counts the spikes of a unit in one window, from the first that is in it; bin · units + unit is a count's index.
 * @returns false if a count does not fit
 */
function countTrain(
  train: Float64Array,
  from: number,
  {edges, perSecond, isClosed, binarize}: Binning,
  counts: SpikeCounts,
  unit: number,
  units: number
): boolean {
  const last = edges.length - 2;
  const start = edges[0];
  const stop = edges[last + 1];
  for (let spike = from; spike < train.length && train[spike] <= stop; ++spike) {
    const time = train[spike];
    // The last bin that has begun: a guess that is right for equal bins, then put right for any.
    let bin = Math.min(last, Math.floor((time - start) * perSecond));
    while (bin > 0 && edges[bin] > time) --bin;
    while (bin < last && edges[bin + 1] <= time) ++bin;
    if (!isClosed && time >= edges[bin + 1]) continue;
    do {
      const index = bin * units + unit;
      const count = binarize ? 1 : counts[index] + 1;
      counts[index] = count;
      if (counts[index] !== count) return false;
      --bin;
    } while (isClosed && bin >= 0 && edges[bin + 1] >= time);
  }
  return true;
}

/** In bytes: what a system hands out at a time, or a part of it. */
const PAGE = 4096;

/**
 * Writes to each page of new memory once. A system hands out a page when it is first written, and that interrupts whatever
 * the processor had begun: in a loop that does nothing else it takes half the time.
 */
function bringIn(zeros: SpikeCounts): void {
  for (let index = 0; index < zeros.length; index += PAGE / zeros.BYTES_PER_ELEMENT) zeros[index] = 0;
}
