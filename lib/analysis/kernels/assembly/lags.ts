// The inner loop of a correlogram. Lags are counted in whole ticks, of which a bin has a power of two, so a shift tells the
// bin. Most time is lost where a processor guesses wrong how many lags a spike has: so they are taken four at a time, by
// instructions that JavaScript does not have, and those beyond the last bin are counted where nobody looks.

/** The most fixed spikes, moving spikes, and bins that are counted in one go. */
export const MOST_FIXED = 1024;
export const MOST_MOVING = 4096;
export const MOST_BINS = 4096;
/** Moving spikes behind the others that come later than any lag: what is read ahead, and what is rounded to four. */
export const AHEAD = 8;

/** A bin has 2^12 ticks. */
export const SHIFT = 12;
/**
 * Two times are rounded to ticks, so their lag is at most a tick off: nearer to an edge than this, the times themselves
 * decide. All moving spikes are that much later than they are, so that no lag of a bin is less than 0.
 */
const NEAR = 2;

/** Spike times, and the edges of the bins (s). */
export const FIXED = memory.data(8 * MOST_FIXED, 16);
export const MOVING = memory.data(8 * (MOST_MOVING + AHEAD), 16);
export const EDGES = memory.data(8 * (MOST_BINS + 1), 16);
/** Lags before the first bin, in each bin, and after the last. */
export const COUNTS = memory.data(4 * (MOST_BINS + 2), 16);

const FIXED_TICKS = memory.data(4 * MOST_FIXED, 16);
const MOVING_TICKS = memory.data(4 * (MOST_MOVING + AHEAD), 16);

/**
 * Adds the lags of all pairs of a fixed and a moving spike to the counts.
 * @param origin s, the time of the first fixed spike, or near it
 */
export function count(fixedSpikes: i32, movingSpikes: i32, bins: i32, origin: f64, ticksPerSecond: f64): void {
  toTicks(FIXED, FIXED_TICKS, fixedSpikes, origin, ticksPerSecond, -((bins / 2) << SHIFT));
  toTicks(MOVING, MOVING_TICKS, movingSpikes + AHEAD / 2, origin, ticksPerSecond, NEAR);
  const end = (bins << SHIFT) + 2 * NEAR;
  const ends = i32x4.splat(end);
  const nears = i32x4.splat(2 * NEAR);
  const withinBin = i32x4.splat((1 << SHIFT) - 1);
  let first: usize = 0;
  for (let spike = 0; spike < fixedSpikes; ++spike) {
    const time = v128.load32_splat(FIXED_TICKS + 4 * spike);
    // Goes on to the first moving spike that is not too early.
    let early: i32;
    do {
      early = popcnt(i32x4.bitmask(i32x4.lt_s(v128.load(MOVING_TICKS + 4 * first), time)));
      first += early;
    } while (early === 4);
    let lags: v128;
    let next = first;
    do {
      lags = i32x4.min_s(i32x4.sub(v128.load(MOVING_TICKS + 4 * next), time), ends);
      if (v128.any_true(i32x4.lt_s(v128.and(lags, withinBin), nears))) {
        const own = load<f64>(FIXED + 8 * spike);
        const others = MOVING + 8 * next;
        countExactly(i32x4.extract_lane(lags, 0) >> SHIFT, load<f64>(others) - own);
        countExactly(i32x4.extract_lane(lags, 1) >> SHIFT, load<f64>(others, 8) - own);
        countExactly(i32x4.extract_lane(lags, 2) >> SHIFT, load<f64>(others, 16) - own);
        countExactly(i32x4.extract_lane(lags, 3) >> SHIFT, load<f64>(others, 24) - own);
      } else {
        const offsets = i32x4.shl(i32x4.shr_s(lags, SHIFT), 2);
        increment(COUNTS + 4 + i32x4.extract_lane(offsets, 0));
        increment(COUNTS + 4 + i32x4.extract_lane(offsets, 1));
        increment(COUNTS + 4 + i32x4.extract_lane(offsets, 2));
        increment(COUNTS + 4 + i32x4.extract_lane(offsets, 3));
      }
      next += 4;
    } while (i32x4.extract_lane(lags, 3) < end);
  }
}

/** Counts a lag that may be on either side of the edge before it. */
function countExactly(bin: i32, lag: f64): void {
  increment(COUNTS + 4 * (bin + i32(lag >= load<f64>(EDGES + 8 * bin))));
}

function increment(count: usize): void {
  store<u32>(count, load<u32>(count) + 1);
}

/** Rounds times to whole ticks since the origin, four at a time, and adds some ticks to each. */
function toTicks(times: usize, ticks: usize, spikes: i32, origin: f64, ticksPerSecond: f64, later: i32): void {
  for (let spike = 0; spike < spikes; spike += 4) {
    const two = toTicksOfTwo(v128.load(times + 8 * spike), origin, ticksPerSecond);
    const others = toTicksOfTwo(v128.load(times + 8 * spike, 16), origin, ticksPerSecond);
    v128.store(ticks + 4 * spike, i32x4.add(i64x2.shuffle(two, others, 0, 2), i32x4.splat(later)));
  }
}

function toTicksOfTwo(times: v128, origin: f64, ticksPerSecond: f64): v128 {
  const passed = f64x2.mul(f64x2.sub(times, f64x2.splat(origin)), f64x2.splat(ticksPerSecond));
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.nearest(passed));
}
