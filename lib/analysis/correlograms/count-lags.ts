import {lowerBoundFrom, upperBoundFrom} from "../counting/bounds.js";
import type {LagBins} from "./lag-bins.js";

// Lags are counted in whole ticks, of which a bin has a power of two: a shift tells the bin. A lag is the difference of two
// times that have each lost less than a tick, so it is less than a tick off; nearer to an edge than NEAR ticks the times
// themselves decide. Most time is lost where a processor guesses wrong how many lags a spike has: so they are taken four
// at a time, and those beyond the last bin are counted where nobody looks.

/** Spikes of the fixed train that are worked on at a time, */
const BLOCK = 1024;
/** and the most ticks from the first of them to the last. */
const MOST_TICKS = 2 ** 28;
const NEAR = 2;
const LANES = 4;
/** Later than all. */
const NEVER = 2 ** 30;

const fixedTicks = new Int32Array(BLOCK + 1);
/** The first moving spike that is not too early for each of the fixed ones. */
const firsts = new Int32Array(BLOCK + 1);
let movingTicks = new Int32Array(4 * BLOCK);
let found = new Uint32Array(2 ** 14);

/**
 * Adds the lags (moving − fixed) of all pairs of spikes to `counts`. Times that are not finite have no lags.
 * @param fixed ascending (s)
 * @param moving ascending (s)
 */
export function countLags(fixed: Float64Array, moving: Float64Array, bins: LagBins, counts: Uint32Array): void {
  const [own, others] = [onlyFinite(fixed), onlyFinite(moving)];
  const {edges, binWidth, bins: n} = bins;
  const shift = Math.min(14, 27 - Math.ceil(Math.log2(n)));
  const ticksPerSecond = 2 ** shift / binWidth;
  const most = Math.min(MOST_TICKS, 2 ** (shift + 13)) / ticksPerSecond;
  const places = n + Math.ceil(most / binWidth) + 2; // of all lags that come up
  if (found.length <= places) found = new Uint32Array(places + 1);
  found.fill(0, 0, n);
  for (let start = 0, early = 0; start < own.length; ) {
    const origin = own[start];
    let end = start;
    for (; end < own.length && end - start < BLOCK && own[end] - origin < most; ++end) {
      fixedTicks[end - start] = (own[end] - origin + edges[0]) * ticksPerSecond;
    }
    early = lowerBoundFrom(others, origin + edges[0] - binWidth, Math.max(0, early - 1));
    const late = upperBoundFrom(others, own[end - 1] + edges[n] + binWidth, early);
    if (late > early) {
      setMoving(others, early, late, origin, ticksPerSecond, (places - n / 2) * 2 ** shift);
      countBlock(end - start, n, shift, (i, j) => {
        const lag = others[early + j] - own[start + i];
        const bin = exactBin(lag, edges, Math.floor((lag - edges[0]) / binWidth));
        if (bin >= 0 && bin < n) ++counts[bin];
      });
    }
    start = end;
  }
  for (let bin = 0; bin < n; ++bin) counts[bin] += found[bin];
}

/** The ticks of moving spikes, so that a lag is NEAR ticks more than it is; what is after them is out of reach. */
function setMoving(
  times: Float64Array,
  from: number,
  to: number,
  origin: number,
  ticksPerSecond: number,
  outOfReach: number
): void {
  if (movingTicks.length < to - from + LANES) movingTicks = new Int32Array(2 * (to - from + LANES));
  for (let j = from; j < to; ++j) movingTicks[j - from] = (times[j] - origin) * ticksPerSecond + NEAR;
  movingTicks.fill(outOfReach, to - from, to - from + LANES);
}

/** @param decide is told of pairs whose lag is too near to an edge */
function countBlock(
  spikes: number,
  bins: number,
  shift: number,
  decide: (fixed: number, moving: number) => void
): void {
  const within = 2 ** shift - 1;
  const end = bins * 2 ** shift + 2 * NEAR;
  // Merged without a branch: each step goes on in one train or the other.
  fixedTicks[spikes] = NEVER;
  for (let i = 0, first = 0; i < spikes; ) {
    const isEarly = (movingTicks[first] - fixedTicks[i]) >>> 31;
    firsts[i] = first;
    first += isEarly;
    i += 1 - isEarly;
  }
  for (let i = 0; i < spikes; ++i) {
    const time = fixedTicks[i];
    for (let j = firsts[i], isDone = false; !isDone; j += LANES) {
      const lag0 = movingTicks[j] - time;
      const lag1 = movingTicks[j + 1] - time;
      const lag2 = movingTicks[j + 2] - time;
      const lag3 = movingTicks[j + 3] - time;
      isDone = lag3 >= end;
      const near0 = (lag0 & within) - 2 * NEAR;
      const near1 = (lag1 & within) - 2 * NEAR;
      const near2 = (lag2 & within) - 2 * NEAR;
      const near3 = (lag3 & within) - 2 * NEAR;
      if ((near0 | near1 | near2 | near3) >= 0) {
        ++found[lag0 >> shift];
        ++found[lag1 >> shift];
        ++found[lag2 >> shift];
        ++found[lag3 >> shift];
        continue;
      }
      for (let lane = 0; lane < LANES; ++lane) {
        const lag = movingTicks[j + lane] - time;
        if (lag >= end) break;
        if ((lag & within) < 2 * NEAR) decide(i, j + lane);
        else ++found[lag >> shift];
      }
    }
  }
}

/** The bin [edge k, edge k + 1) that holds a lag, which is `guess` or a neighbour of it. */
export function exactBin(lag: number, edges: Float64Array, guess: number): number {
  if (lag < edges[guess]) return guess - 1;
  return lag >= edges[guess + 1] ? guess + 1 : guess;
}

function onlyFinite(times: Float64Array): Float64Array {
  let sum = 0;
  for (let i = 0; i < times.length; ++i) sum += 0 * times[i];
  return sum === 0 ? times : times.filter(Number.isFinite);
}
