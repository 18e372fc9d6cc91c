// The inner loop of counting spikes by window. How far a search goes on in a train is not to be foreseen, and a processor
// that guesses wrong loses more time than the counting takes: so four spikes are always compared, and four units
// are counted side by side, for one has to wait for its comparisons. JavaScript turns comparisons into numbers slowly,
// WebAssembly does not.
import {constant, get, kind, loop, moduleBytes, plus, set, unsigned, whileTrue} from "../webassembly/module-bytes.js";

/** The most windows, spikes of a unit, and units that can be counted in one go. */
export const kernelWindows = 512;
export const kernelSpikes = 16 * kernelWindows;
export const kernelUnits = 1024;

/** Units that are counted side by side. */
export const LANES = 4;
/** Spikes that are compared at a time. */
const AHEAD = 4;

/** What is in memory, and where (bytes): where each train is, its spikes, the bounds of the windows, the counts. */
const PLACES = 0;
const BOUNDS = 64;
const SPIKES = BOUNDS + kernelWindows * 16;
/** With what stands before a train, and after it. */
const TRAIN = (1 + kernelSpikes + AHEAD) * 8;
const COUNTS = SPIKES + LANES * TRAIN;
const PAGES = Math.ceil((COUNTS + (kernelWindows * kernelUnits + LANES) * 2) / 65536);

/** Trains, windows and counts in WebAssembly's memory. */
export interface WindowKernel {
  /** A window holds the spikes with start < time ≤ stop; where it does not stop after its start, `start` is `stop`. */
  setWindow(window: number, start: number, stop: number): void;
  /** Puts spikes `from` to `to` of a unit beside those of up to three others. */
  setSpikes(lane: number, train: Float64Array, from: number, to: number): void;
  /** Counts the spikes in so many windows; those of the first unit stand at window · stride + column. */
  count(windows: number, column: number, stride: number): void;
  /** What has been counted: windows × stride. */
  readonly counts: Uint16Array;
}

let made: WindowKernel | null | undefined;

/** The kernel, made when it is first used; null where there is no WebAssembly. */
export function windowKernel(): WindowKernel | null {
  if (made === undefined) made = makeKernel();
  return made;
}

function makeKernel(): WindowKernel | null {
  let exported: WebAssembly.Exports;
  try {
    exported = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes())).exports;
  } catch {
    return null;
  }
  const {buffer} = exported.memory as WebAssembly.Memory;
  const run = exported.run as (windows: number, bounds: number, counts: number, stride: number) => void;
  const places = new Int32Array(buffer);
  const numbers = new Float64Array(buffer);
  return {
    counts: new Uint16Array(buffer, COUNTS),
    setWindow(window, start, stop) {
      numbers[BOUNDS / 8 + 2 * window] = start;
      numbers[BOUNDS / 8 + 2 * window + 1] = stop;
    },
    setSpikes(lane, train, from, to) {
      const start = SPIKES + lane * TRAIN;
      const [first, end] = [start / 8 + 1, start / 8 + 1 + to - from];
      // No comparison with NaN holds: there every search ends.
      numbers[first - 1] = Number.NaN;
      numbers.set(train.subarray(from, to), first);
      for (let i = 0; i < AHEAD; ++i) numbers[end + i] = Number.NaN;
      places[PLACES / 4 + lane] = start;
    },
    count: (windows, column, stride) => run(windows, BOUNDS, COUNTS + column * 2, stride * 2)
  };
}

/** Places of parameters and variables; `spike` is that of the first of four. */
const local = {windows: 0, bounds: 1, counts: 2, stride: 3, spike: 4, begin: 8, isBefore: 9, start: 10, stop: 11};

const [ADD, SUBTRACT, SHIFT_LEFT, SHIFT_RIGHT, EQUAL] = [0x6a, 0x6b, 0x74, 0x76, 0x46];
const [IS_GREATER, IS_AT_MOST] = [0x64, 0x65];
const number = (place: number, offset: number) => [...get(place), 0x2b, 3, ...unsigned(offset)];

/** Counts one unit in one window. `spike` is where the last spike before the window's end stands. */
function countInWindow(lane: number): number[] {
  const spike = local.spike + lane;
  const isAtMost = (ahead: number, bound: number) => [...number(spike, 8 * ahead), ...get(bound), IS_AT_MOST];
  return [
    ...whileTrue(isAtMost(1, local.start), plus(spike, 8)),
    ...whileTrue([...number(spike, 0), ...get(local.start), IS_GREATER], plus(spike, -8)),
    ...[...get(spike), ...set(local.begin)],
    ...loop(
      [
        ...isAtMost(1, local.stop),
        ...Array.from({length: AHEAD - 1}, (_, i) => i + 2).flatMap((ahead) => [...isAtMost(ahead, local.stop), ADD]),
        ...set(local.isBefore),
        ...[...get(local.isBefore), ...constant(3), SHIFT_LEFT, ...get(spike), ADD, ...set(spike)]
      ],
      [...get(local.isBefore), ...constant(AHEAD), EQUAL]
    ),
    ...[...get(local.counts), ...get(spike), ...get(local.begin), SUBTRACT, ...constant(3), SHIFT_RIGHT],
    ...[0x3b, 1, ...unsigned(2 * lane)]
  ];
}

function kernelBytes(): Uint8Array<ArrayBuffer> {
  const lanes = Array.from({length: LANES}, (_, lane) => lane);
  const place = (lane: number) => [0x28, 2, ...unsigned(PLACES + 4 * lane)];
  const body = [
    ...lanes.flatMap((lane) => [...constant(0), ...place(lane), ...set(local.spike + lane)]),
    ...loop(
      [
        ...[...number(local.bounds, 0), ...set(local.start), ...number(local.bounds, 8), ...set(local.stop)],
        ...lanes.flatMap(countInWindow),
        ...plus(local.bounds, 16),
        ...[...get(local.counts), ...get(local.stride), ADD, ...set(local.counts)],
        ...plus(local.windows, -1)
      ],
      get(local.windows)
    )
  ];
  const locals = [
    [6, kind.i32],
    [2, kind.f64]
  ] as const;
  return moduleBytes({parameters: 4, locals, body, pages: PAGES});
}
