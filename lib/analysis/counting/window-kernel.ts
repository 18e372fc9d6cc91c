// The inner loop of counting spikes by window. How far a search goes on in a train is not to be foreseen, and a processor
// that guesses wrong loses more time than the counting takes: so four spikes are always compared, and four units
// are counted side by side, for one has to wait for its comparisons. JavaScript has no instructions for that, WebAssembly has.
import {
  constant,
  get,
  kind,
  loop,
  moduleBytes,
  plus,
  set,
  simd,
  unsigned,
  whileTrue
} from "../webassembly/module-bytes.js";
import {moduleExports} from "../webassembly/module-exports.js";

/** Units that are counted side by side: a group. */
export const LANES = 4;
/** The most windows, windows times groups, units, and spikes of a unit in a series that are counted in one go. */
export const kernelWindows = 8192;
export const kernelCounts = 2 ** 20;
export const kernelUnits = 2 ** 16;
export const kernelSpikes = 2 ** 14;

/** Spikes that are compared at a time. */
const AHEAD = 4;

/** What is in memory, and where (bytes): where each train is, its spikes, the bounds of the windows, the counts of each
 * group, those of all units in some of the windows. */
const PLACES = 0;
const BOUNDS = 64;
const SPIKES = BOUNDS + kernelWindows * 16;
/** With what stands before a train, and after it. */
const TRAIN = (1 + kernelSpikes + AHEAD) * 8;
const COUNTS = SPIKES + LANES * TRAIN;
const ROWS = COUNTS + kernelCounts * LANES * 2;
/** As many rows as stay in the processor's cache. */
const ROWS_SIZE = 2 ** 20;
const PAGES = Math.ceil((ROWS + ROWS_SIZE + LANES * 2) / 65536);

/** Windows in the order of time. */
export interface Windows {
  /** A window holds spikes after this (s), ascending, */
  after: Float64Array;
  /** until this, or at it. */
  until: Float64Array;
}

/** Trains, windows and counts in WebAssembly's memory. */
export interface WindowKernel {
  /** Begins with these windows, none of which ends before it begins. */
  setWindows(windows: Windows): void;
  /** Puts spikes `from` to `to` of a unit beside those of three others. */
  setSpikes(lane: number, train: Float64Array, from: number, to: number): void;
  /** Counts the spikes of a group in windows `first` to before `last`. */
  count(group: number, first: number, last: number): void;
  /** What has been counted in windows from `first` on, windows × units; as many windows as fit, but not beyond the last. */
  rows(first: number, units: number): Uint16Array;
}

let made: WindowKernel | null | undefined;

/** The kernel, made when it is first used; null where WebAssembly knows no such instructions. */
export function windowKernel(): WindowKernel | null {
  if (made === undefined) made = makeKernel();
  return made;
}

function makeKernel(): WindowKernel | null {
  const exported = moduleExports<{
    run(windows: number, bounds: number, counts: number): void;
    gather(windows: number, groups: number, counts: number, step: number, row: number): void;
  }>(kernelBytes());
  if (!exported) return null;
  const {buffer, run, gather} = exported;
  const places = new Int32Array(buffer);
  const numbers = new Float64Array(buffer);
  const rows = new Uint16Array(buffer, ROWS);
  let windows = 0;
  return {
    setWindows({after, until}) {
      windows = after.length;
      for (let window = 0, place = BOUNDS / 8; window < windows; ++window) {
        numbers[place++] = after[window];
        numbers[place++] = until[window];
      }
    },
    setSpikes(lane, train, from, to) {
      const start = SPIKES + lane * TRAIN;
      const [first, end] = [start / 8 + 1, start / 8 + 1 + to - from];
      numbers[first - 1] = Number.NEGATIVE_INFINITY;
      numbers.set(train.subarray(from, to), first);
      // No comparison with NaN holds: there every search ends.
      for (let i = 0; i < AHEAD; ++i) numbers[end + i] = Number.NaN;
      places[PLACES / 4 + lane] = start;
    },
    count: (group, first, last) => run(last - first, BOUNDS + 16 * first, COUNTS + 8 * (group * windows + first)),
    rows(first, units) {
      const taken = Math.min(windows - first, Math.floor(ROWS_SIZE / (2 * units)));
      gather(taken, Math.ceil(units / LANES), COUNTS + 8 * first, 8 * windows, 2 * units);
      return rows.subarray(0, taken * units);
    }
  };
}

const [ADD, SUBTRACT, SHIFT_LEFT, SHIFT_RIGHT, EQUAL, IS_NOT, BIT_COUNT] = [0x6a, 0x6b, 0x74, 0x76, 0x46, 0x47, 0x69];
const [IS_GREATER, IS_AT_MOST] = [0x64, 0x65];
const [IS_AT_MOST_2, BITS_2, BITS_4, SHUFFLE] = [0x4b, 0xc4, 0xa4, 0x0d].map(simd);
const number = (place: number, offset: number) => [...get(place), 0x2b, 3, ...unsigned(offset)];
const two = (place: number, offset: number) => [...get(place), ...simd(0x00), 3, ...unsigned(offset)];
const twice = (place: number, offset: number) => [...get(place), ...simd(0x0a), 3, ...unsigned(offset)];

/** Counts a group in some windows. `spike` is the place of the first of four. */
function countingBody(): number[] {
  const [windows, bounds, counts, spike, begin, found, start, stop] = [0, 1, 2, 3, 7, 8, 9, 10];
  const lanes = [0, 1, 2, 3];
  const first = (place: number) => [...get(place), ...simd(0x21), 0];
  const lowHalves = [0, 8, 16, 24].flatMap((byte) => [byte, byte + 1, byte + 2, byte + 3]);
  // Where the last window ended, most windows begin: before the spike that comes next.
  const inWindow = (here: number, lane: number) => [
    ...[...two(here, 0), ...get(start), ...IS_AT_MOST_2, ...BITS_2, ...constant(1), IS_NOT],
    ...[0x04, 0x40],
    ...whileTrue([...number(here, 8), ...first(start), IS_AT_MOST], plus(here, 8)),
    ...whileTrue([...number(here, 0), ...first(start), IS_GREATER], plus(here, -8)),
    ...[0x0b, ...get(here), ...set(begin)],
    ...loop(
      [
        ...[8, 24].flatMap((ahead) => [...two(here, ahead), ...get(stop), ...IS_AT_MOST_2]),
        ...[...SHUFFLE, ...lowHalves, ...BITS_4, BIT_COUNT, ...set(found)],
        ...[...get(found), ...constant(3), SHIFT_LEFT, ...get(here), ADD, ...set(here)]
      ],
      [...get(found), ...constant(AHEAD), EQUAL]
    ),
    ...[...get(counts), ...get(here), ...get(begin), SUBTRACT, ...constant(3), SHIFT_RIGHT, 0x3b, 1, 2 * lane]
  ];
  return [
    ...lanes.flatMap((lane) => [...constant(0), 0x28, 2, ...unsigned(PLACES + 4 * lane), ...set(spike + lane)]),
    ...loop(
      [
        ...[...twice(bounds, 0), ...set(start), ...twice(bounds, 8), ...set(stop)],
        ...lanes.flatMap((lane) => inWindow(spike + lane, lane)),
        ...[...plus(bounds, 16), ...plus(counts, 2 * LANES), ...plus(windows, -1)]
      ],
      get(windows)
    )
  ];
}

/** Puts the counts of all groups into rows, one for each window. Behind the last unit stands what the next row overwrites. */
function gatheringBody(): number[] {
  const [windows, groups, counts, step, rowSize, row, source, target, group] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const add = (place: number, other: number) => [...get(place), ...get(other), ADD, ...set(place)];
  return loop(
    [
      ...[...get(counts), ...set(source), ...get(row), ...set(target), ...get(groups), ...set(group)],
      ...loop(
        [
          ...[...get(target), ...get(source), 0x29, 3, 0, 0x37, 0, ...unsigned(ROWS)],
          ...[...add(source, step), ...plus(target, 2 * LANES), ...plus(group, -1)]
        ],
        get(group)
      ),
      ...[...plus(counts, 2 * LANES), ...add(row, rowSize), ...plus(windows, -1)]
    ],
    get(windows)
  );
}

function kernelBytes(): Uint8Array<ArrayBuffer> {
  const countingLocals = [
    [6, kind.i32],
    [2, kind.v128]
  ] as const;
  const run = {parameters: 3, locals: countingLocals, body: countingBody()};
  const gather = {parameters: 5, locals: [[4, kind.i32]] as const, body: gatheringBody()};
  return moduleBytes({functions: {run, gather}, pages: PAGES});
}
