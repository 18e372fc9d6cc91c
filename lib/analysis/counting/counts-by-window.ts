import {AnalysisError} from "../analysis-error.js";
import {upperBound, upperBoundFrom} from "./bounds.js";
import {countInSeries} from "./count-in-series.js";
import {type Windows, windowKernel} from "./window-kernel.js";

/** Which of its bounds belongs to a window: AllenSDK's rule for spikes in a presentation, or numpy's for bins. */
export type WindowBounds = "(start, stop]" | "[start, stop)";

/**
 * How many spikes each unit fires in each window, e.g. in each presentation of a stimulus.
 * @param trains ascending spike times (s) of each unit
 * @param starts s, in any order
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
  return inOrderOfTime({after, until}, trains);
}

/** Trains are read from front to back, whatever the order of the windows. */
function inOrderOfTime({after, until}: Windows, trains: readonly Float64Array[]): Uint16Array | Uint32Array {
  if (after.every((start, window) => window === 0 || start >= after[window - 1])) return count({after, until}, trains);
  const order = Int32Array.from(after.keys()).sort((a, b) => after[a] - after[b]);
  const inOrder = (times: Float64Array) => Float64Array.from(order, (window) => times[window]);
  const sorted = count({after: inOrder(after), until: inOrder(until)}, trains);
  const counts = sorted.slice();
  const units = trains.length;
  order.forEach((window, row) => {
    counts.set(sorted.subarray(row * units, (row + 1) * units), window * units);
  });
  return counts;
}

function count(windows: Windows, trains: readonly Float64Array[]): Uint16Array | Uint32Array {
  const kernel = windowKernel();
  const fill = (counts: Uint16Array | Uint32Array) =>
    kernel && trains.length <= kernel.mostUnits
      ? countInSeries(kernel, counts, trains, windows)
      : countOneByOne(counts, trains, windows);
  const counts = new Uint16Array(windows.after.length * trains.length);
  if (fill(counts)) return counts;
  const wide = new Uint32Array(counts.length);
  fill(wide);
  return wide;
}

/** @returns false if a count does not fit */
function countOneByOne(
  counts: Uint16Array | Uint32Array,
  trains: readonly Float64Array[],
  {after, until}: Windows
): boolean {
  return trains.every((train, unit) =>
    after.every((start, window) => {
      const begin = upperBound(train, start);
      const index = window * trains.length + unit;
      const count = upperBoundFrom(train, until[window], begin) - begin;
      counts[index] = count;
      return counts[index] === count;
    })
  );
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
