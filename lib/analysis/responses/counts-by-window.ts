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
  const positions = new Int32Array(units);
  for (let first = 0; first < windows; first += TILE) {
    const last = Math.min(first + TILE, windows);
    for (let unit = 0; unit < units; ++unit) {
      const train = trains[unit];
      let position = positions[unit];
      for (let window = first; window < last; ++window) {
        const start = after[window];
        const stop = until[window];
        if (window === 0 || !(start >= after[window - 1])) position = upperBound(train, start);
        else if (train[position] <= start) position = upperBoundFrom(train, start, position);
        const begin = position;
        // Most windows have few spikes. Four comparisons that are always made cost less than a loop whose end the
        // processor cannot foresee.
        if (begin + 4 <= train.length) {
          position += Number(train[begin] <= stop) + Number(train[begin + 1] <= stop);
          position += Number(train[begin + 2] <= stop) + Number(train[begin + 3] <= stop);
        }
        if (position === begin + 4 || begin + 4 > train.length) position = upperBoundFrom(train, stop, position);
        counts[window * units + unit] = position - begin;
        if (window + 1 < windows && after[window + 1] < stop) position = begin;
      }
      positions[unit] = position;
    }
  }
  return counts;
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
