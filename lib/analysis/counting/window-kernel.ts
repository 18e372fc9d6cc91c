import compiled from "../kernels/compiled/window-counts.js";
import {type KernelConstant, kernelExports} from "../kernels/kernel-exports.js";

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
  extends Record<"lanes" | "mostWindows" | "mostCounts" | "mostSpikes" | "ahead" | "trainBytes", KernelConstant>,
    Record<"after" | "until" | "trains" | "rows" | "rowsBytes", KernelConstant> {
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
  const {buffer} = kernel.memory;
  const [starts, stops, trains] = [kernel.after, kernel.until, kernel.trains].map(
    ({value}) => new Float64Array(buffer, value)
  );
  const rows = new Uint16Array(buffer, kernel.rows.value);
  const trainLength = kernel.trainBytes.value / 8;
  const mostInRows = kernel.rowsBytes.value / 2;
  let windows = 0;
  return {
    lanes: kernel.lanes.value,
    mostWindows: kernel.mostWindows.value,
    mostCounts: kernel.mostCounts.value,
    mostUnits: mostInRows,
    mostSpikes: kernel.mostSpikes.value,
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
      trains.fill(Number.NaN, end, end + kernel.ahead.value);
    },
    count: (group, first, last) => kernel.countGroup(group, first, last, windows),
    rows(first, units) {
      const taken = Math.min(windows - first, Math.floor(mostInRows / units));
      kernel.gatherRows(first, taken, units, windows);
      return rows.subarray(0, taken * units);
    }
  };
}
