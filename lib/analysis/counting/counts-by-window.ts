import {AnalysisError} from "../analysis-error.js";
import {upperBound, upperBoundFrom} from "./bounds.js";
import {kernelSpikes, kernelUnits, kernelWindows, LANES, type WindowKernel, windowKernel} from "./window-kernel.js";

/** Which of its bounds belongs to a window: AllenSDK's rule for spikes in a presentation, or numpy's for bins. */
export type WindowBounds = "(start, stop]" | "[start, stop)";

/** A window that begins so many times later than windows mostly follow each other begins a new series. */
const PAUSE = 8;

/**
 * How many spikes each unit fires in each window, e.g. in each presentation of a stimulus.
 * @param trains ascending spike times (s) of each unit
 * @param starts s; ascending is fastest
 * @param stops s; a window that does not stop after its start, or is not a number, has no spikes
 * @returns windows × units in C order; numbers of 32 bits only where a count is above 65,535
 * @throws {AnalysisError} `wrong-shape` if there are not as many stops as starts
 */
export function countsByWindow(
  trains: readonly Float64Array[],
  starts: ArrayLike<number>,
  stops: ArrayLike<number>,
  bounds: WindowBounds = "(start, stop]"
): Uint16Array | Uint32Array {
  const windows = starts.length;
  if (stops.length !== windows) {
    const [expected, found] = [`${windows} stops`, `${stops.length}`];
    throw new AnalysisError("wrong-shape", {path: "stops", expected, found, remedy: "Give a stop for each start."});
  }
  const [after, until] = [new Float64Array(windows), new Float64Array(windows)];
  for (let window = 0; window < windows; ++window) {
    const [start, stop] = [starts[window], stops[window]];
    // time < x and time ≤ the number just below x are the same.
    until[window] = bounds === "[start, stop)" ? justBelow(stop) : stop;
    after[window] = bounds === "[start, stop)" ? justBelow(start) : start;
    // A window of nothing is put where the last one ended, from where no search leads far away.
    if (!(start < stop)) after[window] = until[window] = window > 0 ? until[window - 1] : Number.NEGATIVE_INFINITY;
  }
  const counts = new Uint16Array(windows * trains.length);
  if (fillCounts(counts, trains, after, until)) return counts;
  const wide = new Uint32Array(counts.length);
  fillCounts(wide, trains, after, until);
  return wide;
}

/** @returns false if a count does not fit */
function fillCounts(
  counts: Uint16Array | Uint32Array,
  trains: readonly Float64Array[],
  after: Float64Array,
  until: Float64Array
): boolean {
  const kernel = windowKernel();
  const positions = new Int32Array(trains.length);
  for (let first = 0, last = 0; first < after.length; first = last) {
    last = endOfSeries(after, first);
    const series = {after, until, first, last};
    const left = kernel ? countTogether(kernel, counts, trains, positions, series) : trains.keys();
    for (const unit of left) if (!countOne(counts, trains, unit, series)) return false;
  }
  return true;
}

interface Series {
  /** A window holds spikes after this (s), */
  after: Float64Array;
  /** until this, or at it. */
  until: Float64Array;
  /** The windows from `first` to before `last` follow each other. */
  first: number;
  last: number;
}

/**
 * Counts a series of windows.
 * @param positions where in each train the last series ended; set to where this one ends
 * @returns the units that have too many spikes for it, which are not counted
 */
function countTogether(
  kernel: WindowKernel,
  counts: Uint16Array | Uint32Array,
  trains: readonly Float64Array[],
  positions: Int32Array,
  {after, until, first, last}: Series
): number[] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let window = first; window < last; ++window) {
    kernel.setWindow(window - first, after[window], until[window]);
    if (!(after[window] < until[window])) continue;
    if (after[window] < from) from = after[window];
    if (until[window] > to) to = until[window];
  }
  const units = trains.length;
  const left: number[] = [];
  for (let panel = 0; panel < units; panel += kernelUnits) {
    const columns = Math.min(kernelUnits, units - panel);
    // From the right: what is written beyond the last unit of a row is then overwritten by the next row's first.
    for (let column = columns - 1 - ((columns - 1) % LANES); column >= 0; column -= LANES) {
      for (let lane = 0; lane < LANES; ++lane) {
        const unit = Math.min(panel + column + lane, units - 1);
        const train = trains[unit];
        const before = positions[unit] - 1;
        const isAhead = before >= 0 && train[before] <= from;
        const begin = isAhead ? upperBoundFrom(train, from, before) : upperBound(train, from);
        const end = upperBoundFrom(train, to, begin);
        positions[unit] = end;
        const fits = end - begin <= kernelSpikes;
        if (!fits && column + lane < columns) left.push(unit);
        kernel.setSpikes(lane, train, begin, fits ? end : begin);
      }
      kernel.count(last - first, column, columns);
    }
    const rows = columns === units ? 1 : last - first;
    const length = columns === units ? units * (last - first) : columns;
    for (let row = 0; row < rows; ++row) {
      counts.set(kernel.counts.subarray(row * columns, row * columns + length), (first + row) * units + panel);
    }
  }
  return left;
}

/** @returns false if a count does not fit */
function countOne(
  counts: Uint16Array | Uint32Array,
  trains: readonly Float64Array[],
  unit: number,
  {after, until, first, last}: Series
): boolean {
  const train = trains[unit];
  for (let window = first; window < last; ++window) {
    const begin = upperBound(train, after[window]);
    const place = window * trains.length + unit;
    const count = upperBoundFrom(train, until[window], begin) - begin;
    counts[place] = count;
    if (counts[place] !== count) return false;
  }
  return true;
}

/** Where the windows that ascend from `first` on, one soon after the other, end; or as many as can be counted in one go. */
function endOfSeries(after: Float64Array, first: number): number {
  const most = Math.min(after.length, first + kernelWindows);
  let end = first + 1;
  for (; end < most; ++end) {
    const step = after[end] - after[end - 1];
    const mean = (after[end - 1] - after[first]) / (end - 1 - first);
    if (!(step >= 0) || (end > first + 1 && step > PAUSE * mean)) break;
  }
  return end;
}

const number = new Float64Array(1);
const bits = new BigInt64Array(number.buffer);

/** The greatest number less than x. */
function justBelow(x: number): number {
  if (!Number.isFinite(x)) return x;
  if (x === 0) return -Number.MIN_VALUE;
  number[0] = x;
  bits[0] += x > 0 ? -1n : 1n;
  return number[0];
}
