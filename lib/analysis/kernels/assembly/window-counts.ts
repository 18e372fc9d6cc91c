// The inner loop of counting spikes by window. How far a search goes on in a train is not to be foreseen, and a processor
// that guesses wrong loses more time than the counting takes: so four spikes are always compared, by instructions that
// JavaScript does not have, and four units are counted side by side, for one has to wait for its comparisons.

/** Units that are counted side by side: a group. */
export const LANES = 4;
/** The most windows, windows times groups, and spikes of a unit in a series that are counted in one go. */
export const MOST_WINDOWS = 8192;
export const MOST_COUNTS = 1 << 20;
export const MOST_SPIKES = 1 << 14;
/** Spikes that are compared at a time. */
export const AHEAD = 4;

/** A window holds spikes after this (s), ascending, */
export const AFTER = memory.data(8 * MOST_WINDOWS, 16);
/** until this, or at it. */
export const UNTIL = memory.data(8 * MOST_WINDOWS, 16);
/** Bytes of a train: one time that is before all, the spikes, and such as end every search. */
export const TRAIN_BYTES = 8 * (1 + MOST_SPIKES + AHEAD);
export const TRAINS = memory.data(LANES * TRAIN_BYTES, 16);
/** Counts of each group, windows × lanes. */
const COUNTS = memory.data(2 * LANES * MOST_COUNTS, 16);
/** Counts of all units in some windows, windows × units: as many rows as stay in the processor's cache. */
export const ROWS_BYTES = 1 << 20;
export const ROWS = memory.data(ROWS_BYTES + 2 * LANES, 16);

/** Counts a group in windows `first` to before `last`, of so many. */
export function countGroup(group: i32, first: i32, last: i32, windows: i32): void {
  let spike0 = TRAINS + 8;
  let spike1 = spike0 + TRAIN_BYTES;
  let spike2 = spike1 + TRAIN_BYTES;
  let spike3 = spike2 + TRAIN_BYTES;
  let count = COUNTS + 2 * LANES * (group * windows + first);
  for (let window = first; window < last; ++window) {
    const start = v128.load64_splat(AFTER + 8 * window);
    const stop = v128.load64_splat(UNTIL + 8 * window);
    const begin0 = firstAfter(spike0, start);
    const begin1 = firstAfter(spike1, start);
    const begin2 = firstAfter(spike2, start);
    const begin3 = firstAfter(spike3, start);
    spike0 = nextAfter(begin0, stop);
    spike1 = nextAfter(begin1, stop);
    spike2 = nextAfter(begin2, stop);
    spike3 = nextAfter(begin3, stop);
    store<u16>(count, (spike0 - begin0) >> 3);
    store<u16>(count, (spike1 - begin1) >> 3, 2);
    store<u16>(count, (spike2 - begin2) >> 3, 4);
    store<u16>(count, (spike3 - begin3) >> 3, 6);
    count += 2 * LANES;
  }
}

/** The first spike after a time; near `spike`, and mostly this one, as most windows begin where the last one ended. */
function firstAfter(spike: usize, time: v128): usize {
  if (i64x2.bitmask(f64x2.le(v128.load(spike - 8), time)) !== 1) {
    const seconds = f64x2.extract_lane(time, 0);
    while (load<f64>(spike) <= seconds) spike += 8;
    while (load<f64>(spike - 8) > seconds) spike -= 8;
  }
  return spike;
}

/** The first spike from `spike` on that is after a time. */
function nextAfter(spike: usize, time: v128): usize {
  let found: i32;
  do {
    const two = f64x2.le(v128.load(spike), time);
    const others = f64x2.le(v128.load(spike, 16), time);
    found = popcnt(i32x4.bitmask(i32x4.shuffle(two, others, 0, 2, 4, 6)));
    spike += 8 * found;
  } while (found === AHEAD);
  return spike;
}

/** Puts the counts of all groups in some windows into rows, one for each window. */
export function gatherRows(first: i32, taken: i32, units: i32, windows: i32): void {
  const groups = (units + LANES - 1) / LANES;
  for (let window = 0; window < taken; ++window) {
    const row = ROWS + 2 * units * window;
    // Behind the last unit stands what the next row overwrites.
    for (let group = 0; group < groups; ++group) {
      store<u64>(row + 2 * LANES * group, load<u64>(COUNTS + 2 * LANES * (group * windows + first + window)));
    }
  }
}
