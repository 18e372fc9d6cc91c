import type {LagBins} from "./lag-bins.js";

/** A clock that times, and the edges of bins, are on. */
export interface Clock {
  /** s */
  first: number;
  /** So many ticks are as long as a bin, and all times are the first one and whole ticks. */
  ticksPerBin: number;
  /** How far a time may be from its tick (s). */
  rounding: number;
}

/** With a rate of 30 kHz, bins of up to a third of a second. */
const MOST_TICKS = 10_000;
/** A time on a clock is what a product and a sum give: within four units in the last place. */
const ROUNDING = 2 ** -51;
/** In bins; six days have less in bins of a millisecond. */
const MOST_ROUNDING = 2.5e-7;

/**
 * The clock of a train: the coarsest one that its times are on, and of which a bin has a whole number of ticks. So times that
 * were sampled at 30 kHz have one with bins of 1 ms (30 ticks) or 0.25 ms (15 ticks of 60 kHz); those of a clock that drifts
 * against that, as the clocks of the published probes do, have none, and no lag of theirs but 0 is on an edge.
 * @param times ascending (s)
 * @returns null if there is none with at most 10,000 ticks in a bin
 */
export function trainClock(times: Float64Array, binWidth: number): Clock | null {
  const [first, last] = [times[0], times[times.length - 1]];
  const rounding = ROUNDING * Math.max(Math.abs(first), Math.abs(last));
  if (!(rounding <= MOST_ROUNDING * binWidth)) return null;
  let ticksPerBin = 1;
  for (let i = 0; i < times.length; ++i) {
    if (isWhole(times[i] - first, ticksPerBin / binWidth, rounding)) continue;
    ticksPerBin = ticksThatHold(times[i] - first, ticksPerBin, binWidth, rounding);
    if (ticksPerBin > MOST_TICKS) return null;
  }
  return {first, ticksPerBin, rounding};
}

/** The coarsest clock that the times of two clocks are both on; null if they are on none. */
export function sharedClock(a: Clock | null, b: Clock | null, binWidth: number): Clock | null {
  if (!a || !b) return null;
  const rounding = Math.max(a.rounding, b.rounding);
  const both = (a.ticksPerBin / greatestCommonDivisor(a.ticksPerBin, b.ticksPerBin)) * b.ticksPerBin;
  const ticksPerBin = ticksThatHold(b.first - a.first, both, binWidth, rounding);
  return ticksPerBin > MOST_TICKS ? null : {first: a.first, ticksPerBin, rounding};
}

/**
 * The bins for {@link countLags} on a clock: their edges are moved back by half a tick, so that the lag of a tick that is on an edge
 * is behind it however its times were rounded.
 */
export function binsOnClock(bins: LagBins, clock: Clock | null): LagBins {
  if (!clock) return bins;
  const half = bins.binWidth / clock.ticksPerBin / 2;
  return {...bins, edges: bins.edges.map((edge) => edge - half)};
}

/**
 * A limit for intervals of a train, so that an interval of as many ticks as the limit is not below it however its times were
 * rounded: half a tick less; the limit itself where it is not a whole number of ticks, or the train has no clock.
 * @param limit s
 */
export function limitOnClock(limit: number, times: Float64Array): number {
  const clock = trainClock(times, limit);
  return clock ? limit * (1 - 0.5 / clock.ticksPerBin) : limit;
}

/** Hz; null without a clock. */
export function clockRate(clock: Clock | null, binWidth: number): number | null {
  return clock && clock.ticksPerBin / binWidth;
}

/** The least multiple of some ticks per bin that makes a time a whole number of ticks; more than the most if none does. */
function ticksThatHold(time: number, ticksPerBin: number, binWidth: number, rounding: number): number {
  for (let ticks = ticksPerBin; ticks <= MOST_TICKS; ticks += ticksPerBin) {
    if (isWhole(time, ticks / binWidth, rounding)) return ticks;
  }
  return MOST_TICKS + 1;
}

/** Whether the difference of two times is a whole number of ticks, but for the rounding of both. */
function isWhole(time: number, ticksPerSecond: number, rounding: number): boolean {
  const passed = time * ticksPerSecond;
  return Math.abs(passed - Math.floor(passed + 0.5)) <= 2 * rounding * ticksPerSecond;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
