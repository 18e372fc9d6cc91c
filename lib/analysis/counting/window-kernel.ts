import compiled from "../kernels/compiled/window-counts.js";
import {kernelExports} from "../kernels/kernel-exports.js";

/** Windows in the order of time. */
export interface Windows {
  /** A window holds spikes after this (s), ascending, */
  after: Float64Array;
  /** until this, or at it. */
  until: Float64Array;
}

/** Trains, windows and counts in WebAssembly's memory. */
export interface WindowKernel {
  /** Units that are counted side by side: a group. */
  lanes: number;
  /** The most windows, windows times groups, units, and spikes of a unit in a series that are counted in one go. */
  mostWindows: number;
  mostCounts: number;
  mostUnits: number;
  mostSpikes: number;
  /** Begins with these windows, none of which ends before it begins. */
  setWindows(windows: Windows): void;
  /** Puts spikes `from` to `to` of a unit beside those of three others. */
  setSpikes(lane: number, train: Float64Array, from: number, to: number): void;
  /** Counts the spikes of a group in windows `first` to before `last`. */
  count(group: number, first: number, last: number): void;
  /** What has been counted in windows from `first` on, windows × units; as many windows as fit, but not beyond the last. */
  rows(first: number, units: number): Uint16Array;
}

/** What `assembly/window-counts.ts` exports. */
interface WindowCounts
  extends Record<"LANES" | "MOST_WINDOWS" | "MOST_COUNTS" | "MOST_SPIKES" | "AHEAD" | "TRAIN_BYTES", number>,
    Record<"AFTER" | "UNTIL" | "TRAINS" | "ROWS" | "ROWS_BYTES", number> {
  countGroup(group: number, first: number, last: number, windows: number): void;
  gatherRows(first: number, taken: number, units: number, windows: number): void;
}

let made: WindowKernel | null | undefined;

/** The kernel, made when it is first used; null where WebAssembly knows no such instructions. */
export function windowKernel(): WindowKernel | null {
  if (made === undefined) made = makeKernel();
  return made;
}

function makeKernel(): WindowKernel | null {
  const kernel = kernelExports<WindowCounts>(compiled);
  if (!kernel) return null;
  const {buffer} = kernel;
  const [starts, stops, trains] = [kernel.AFTER, kernel.UNTIL, kernel.TRAINS].map(
    (start) => new Float64Array(buffer, start)
  );
  const rows = new Uint16Array(buffer, kernel.ROWS);
  const trainLength = kernel.TRAIN_BYTES / 8;
  const mostInRows = kernel.ROWS_BYTES / 2;
  let windows = 0;
  return {
    lanes: kernel.LANES,
    mostWindows: kernel.MOST_WINDOWS,
    mostCounts: kernel.MOST_COUNTS,
    mostUnits: mostInRows,
    mostSpikes: kernel.MOST_SPIKES,
    setWindows({after, until}) {
      windows = after.length;
      starts.set(after);
      stops.set(until);
    },
    setSpikes(lane, train, from, to) {
      const first = lane * trainLength + 1;
      const end = first + to - from;
      trains[first - 1] = Number.NEGATIVE_INFINITY;
      trains.set(train.subarray(from, to), first);
      // No comparison with NaN holds: there every search ends.
      trains.fill(Number.NaN, end, end + kernel.AHEAD);
    },
    count: (group, first, last) => kernel.countGroup(group, first, last, windows),
    rows(first, units) {
      const taken = Math.min(windows - first, Math.floor(mostInRows / units));
      kernel.gatherRows(first, taken, units, windows);
      return rows.subarray(0, taken * units);
    }
  };
}
