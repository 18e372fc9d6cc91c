import {upperBoundNear} from "./bounds.js";
import type {WindowKernel, Windows} from "./window-kernel.js";

/** A window that begins so many times later than windows mostly follow each other begins a new series. */
const PAUSE = 8;
/** The most windows of a series: the spikes of a few units in as many stay in the processor's cache. */
const SERIES = 2048;

/** The windows from `first` to before `last`, which follow each other, and from when until when they go. */
interface Series {
  first: number;
  last: number;
  from: number;
  to: number;
}

/** What is done in one go. */
interface Work {
  kernel: WindowKernel;
  trains: readonly Float64Array[];
  windows: Windows;
  /** Where in each train the last series ended. */
  positions: Int32Array;
  /** Counts that are too great for the kernel. */
  great: {index: number; count: number}[];
}

/**
 * Counts the spikes in windows, four units and one series of windows at a time.
 * @param counts windows × units
 * @returns false if a count does not fit
 */
export function countInSeries(
  kernel: WindowKernel,
  counts: Uint16Array | Uint32Array,
  trains: readonly Float64Array[],
  {after, until}: Windows
): boolean {
  const units = trains.length;
  const positions = new Int32Array(units);
  const {lanes, mostWindows, mostCounts} = kernel;
  const most = Math.min(mostWindows, Math.floor(mostCounts / Math.ceil(units / lanes)));
  for (let first = 0; first < after.length; first += most) {
    const windows = {after: after.subarray(first, first + most), until: until.subarray(first, first + most)};
    const work = {kernel, trains, windows, positions, great: []};
    kernel.setWindows(windows);
    const all = seriesOf(windows);
    for (let unit = 0; unit < units; unit += lanes) for (const series of all) countGroup(work, unit, series);
    if (!putInto(counts.subarray(first * units, (first + most) * units), work)) return false;
  }
  return true;
}

function countGroup(work: Work, unit: number, series: Series): void {
  const {kernel, trains, windows, positions, great} = work;
  const {first, last, from, to} = series;
  const lanes = Array.from({length: kernel.lanes}, (_, lane) => {
    const index = Math.min(unit + lane, trains.length - 1);
    const begin = spikesUntil(trains[index], from, positions[index]);
    const end = Math.max(begin, spikesUntil(trains[index], to, begin));
    return {index, begin, end, fits: end - begin <= kernel.mostSpikes};
  });
  if (last - first > 1 && !lanes.every(({fits}) => fits)) {
    const middle = (first + last) >> 1;
    countGroup(work, unit, spanOf(windows, first, middle));
    countGroup(work, unit, spanOf(windows, middle, last));
    return;
  }
  lanes.forEach(({index, begin, end, fits}, lane) => {
    positions[index] = end;
    kernel.setSpikes(lane, trains[index], begin, fits ? end : begin);
    if (!fits) great.push({index: first * trains.length + index, count: end - begin});
  });
  kernel.count(unit / kernel.lanes, first, last);
}

function putInto(counts: Uint16Array | Uint32Array, {kernel, trains, great}: Work): boolean {
  for (let index = 0; index < counts.length; ) {
    const rows = kernel.rows(index / trains.length, trains.length);
    counts.set(rows, index);
    index += rows.length;
  }
  return great.every(({index, count}) => {
    counts[index] = count;
    return counts[index] === count;
  });
}

/** The number of spikes until x, sought from an index that is known, and from there at the train's mean rate. */
function spikesUntil(train: Float64Array, x: number, known: number): number {
  const index = Math.min(known, train.length - 1);
  const rate = train.length / (train[train.length - 1] - train[0]);
  return upperBoundNear(train, x, index + (x - train[index]) * rate);
}

function seriesOf(windows: Windows): Series[] {
  const {after} = windows;
  const all: Series[] = [];
  for (let first = 0, last = 1; first < after.length; first = last++) {
    for (; last < Math.min(after.length, first + SERIES); ++last) {
      const mean = (after[last - 1] - after[first]) / (last - 1 - first);
      if (after[last] - after[last - 1] > PAUSE * mean) break;
    }
    all.push(spanOf(windows, first, last));
  }
  return all;
}

function spanOf({after, until}: Windows, first: number, last: number): Series {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let window = first; window < last; ++window) {
    if (!(after[window] < until[window])) continue;
    from = Math.min(from, after[window]);
    to = Math.max(to, until[window]);
  }
  return {first, last, from, to};
}
