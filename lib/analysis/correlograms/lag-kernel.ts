import compiled from "../kernels/compiled/lags.js";
import {kernelExports} from "../kernels/kernel-exports.js";
import type {LagBins} from "./lag-bins.js";

/** Spikes, edges and counts in WebAssembly's memory. */
export interface LagKernel {
  /** The most fixed spikes, moving spikes, and bins that are counted in one go. */
  mostFixed: number;
  mostMoving: number;
  mostBins: number;
  /** Begins to count in other bins, from 0. */
  setBins(bins: LagBins): void;
  /** How long a time the fixed spikes of one go may cover (s). */
  reach({binWidth}: LagBins): number;
  /** Counts the lags between all of these spikes; `origin` is the time of the first fixed one, or near it. */
  count(fixed: Float64Array, moving: Float64Array, origin: number): void;
  /** What has been counted in each bin. */
  counts(): Uint32Array;
}

/** What `assembly/lags.ts` exports. */
interface Lags
  extends Record<
    "MOST_FIXED" | "MOST_MOVING" | "MOST_BINS" | "AHEAD" | "SHIFT" | "FIXED" | "MOVING" | "EDGES" | "COUNTS",
    number
  > {
  count(fixed: number, moving: number, bins: number, origin: number, ticksPerSecond: number): void;
}

/** The most ticks from the first fixed spike to the last. */
const MOST_TICKS = 2 ** 28;
/** In ticks: later than all. */
const NEVER = 2 ** 30;

let made: LagKernel | null | undefined;

/** The kernel, made when it is first used; null where WebAssembly knows no such instructions. */
export function lagKernel(): LagKernel | null {
  if (made === undefined) made = makeKernel();
  return made;
}

function makeKernel(): LagKernel | null {
  const kernel = kernelExports<Lags>(compiled);
  if (!kernel) return null;
  const {buffer} = kernel;
  const own = new Float64Array(buffer, kernel.FIXED);
  const others = new Float64Array(buffer, kernel.MOVING);
  const kernelEdges = new Float64Array(buffer, kernel.EDGES);
  const counts = new Uint32Array(buffer, kernel.COUNTS, kernel.MOST_BINS + 2);
  const ticksOfBin = 2 ** kernel.SHIFT;
  let [bins, ticksPerSecond] = [0, 0];
  return {
    mostFixed: kernel.MOST_FIXED,
    mostMoving: kernel.MOST_MOVING,
    mostBins: kernel.MOST_BINS,
    setBins({edges, bins: number, binWidth}) {
      kernelEdges.set(edges);
      counts.fill(0);
      bins = number;
      ticksPerSecond = ticksOfBin / binWidth;
    },
    reach: ({binWidth}) => (MOST_TICKS / ticksOfBin) * binWidth,
    count(fixed, moving, origin) {
      own.set(fixed);
      others.set(moving);
      others.fill(origin + NEVER / ticksPerSecond, moving.length, moving.length + kernel.AHEAD);
      kernel.count(fixed.length, moving.length, bins, origin, ticksPerSecond);
    },
    counts: () => counts.subarray(1, 1 + bins)
  };
}
