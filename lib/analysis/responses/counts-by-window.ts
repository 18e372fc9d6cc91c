import {AnalysisError} from "../analysis-error.js";
import {upperBound, upperBoundFrom} from "../counting/bounds.js";

/** Which of its bounds belongs to a window: AllenSDK's rule for spikes in a presentation, or numpy's for bins. */
export type WindowBounds = "(start, stop]" | "[start, stop)";

/** So many windows are counted unit by unit before the next: what is written stays in the processor's cache. */
const TILE = 64;

/**
 * How many spikes each unit fires in each window, e.g. in each presentation of a stimulus.
 * @param trains ascending spike times (s) of each unit
 * @param starts s; ascending is fastest
 * @param stops s; a window that does not stop after its start, or is not a number, has no spikes
 * @returns windows × units in C order
 * @throws {AnalysisError} `wrong-shape` if there are not as many stops as starts
 */
export function countsByWindow(
  trains: readonly Float64Array[],
  starts: ArrayLike<number>,
  stops: ArrayLike<number>,
  bounds: WindowBounds = "(start, stop]"
): Uint32Array {
  const windows = starts.length;
  if (stops.length !== windows) {
    const [expected, found] = [`${windows} stops`, `${stops.length}`];
    throw new AnalysisError("wrong-shape", {path: "stops", expected, found, remedy: "Give a stop for each start."});
  }
  const units = trains.length;
  const counts = new Uint32Array(windows * units);
  // time < x and time ≤ the number just below x are the same.
  const bound = bounds === "[start, stop)" ? justBelow : (time: number) => time;
  const after = Float64Array.from(starts, bound);
  const until = Float64Array.from(stops, (stop, window) => (Number.isNaN(starts[window]) ? Number.NaN : bound(stop)));
  const windowed: Windows = {
    after,
    until,
    isAnew: Uint8Array.from(after, (start, window) => Number(!(start >= after[window - 1]))),
    isShared: Uint8Array.from(until, (stop, window) => Number(after[window + 1] < stop))
  };
  const positions = new Int32Array(units);
  for (let first = 0; first < windows; first += TILE) {
    const last = Math.min(first + TILE, windows);
    for (let unit = 0; unit < units; ++unit) {
      positions[unit] = countTrain(trains[unit], positions[unit], windowed, first, last, counts, unit, units);
    }
  }
  return counts;
}

interface Windows {
  /** A window holds spikes after this, and */
  after: Float64Array;
  /** until this, or at it. */
  until: Float64Array;
  /** Whether a window begins before the one before it, so that its spikes have to be searched anew. */
  isAnew: Uint8Array;
  /** Whether the next window begins before this one ends. */
  isShared: Uint8Array;
}

/**
 * Counts the spikes of one unit in some windows.
 * @param position where in the train the search begins
 * @returns where it ended
 */
function countTrain(
  train: Float64Array,
  position: number,
  {after, until, isAnew, isShared}: Windows,
  first: number,
  last: number,
  counts: Uint32Array,
  unit: number,
  units: number
): number {
  const end = train.length;
  for (let window = first; window < last; ++window) {
    const start = after[window];
    const stop = until[window];
    if (isAnew[window]) position = upperBound(train, start);
    else if (position < end && train[position] <= start) position = upperBoundFrom(train, start, position);
    const begin = position;
    // Most windows have few spikes. Four comparisons that are always made cost less than a loop whose end the processor
    // cannot foresee.
    if (begin + 4 <= end) {
      position += Number(train[begin] <= stop) + Number(train[begin + 1] <= stop);
      position += Number(train[begin + 2] <= stop) + Number(train[begin + 3] <= stop);
      if (position === begin + 4) position = upperBoundFrom(train, stop, position);
    } else position = upperBoundFrom(train, stop, position);
    counts[window * units + unit] = position - begin;
    if (isShared[window]) while (position > begin && train[position - 1] > after[window + 1]) --position;
  }
  return position;
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
