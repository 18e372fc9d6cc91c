import {AnalysisError} from "../analysis-error.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import {binOf, type Correlogram} from "./cross-correlogram.js";
import {type LagBins, type LagOptions, lagBins} from "./lag-bins.js";
import {mergeTrains} from "./merged-trains.js";

/** The cross-correlograms of every pair of a set of trains. */
export interface AllCorrelograms extends LagBins {
  /** The number of pairs of trains, n (n − 1) / 2. */
  pairs: number;
  /** Pairs × bins in C order, pairs as {@link pairIndex} counts them; of each the first train is fixed. */
  counts: Uint32Array;
  /** How many spikes each train has. */
  spikes: number[];
  /** The correlogram of two trains of the list, either of them fixed. */
  between(fixed: number, moving: number): Correlogram;
}

/** The most counts held at once: 4 GB of them. */
const MOST_COUNTS = 2 ** 30;
/** Spikes between two looks at the signal. */
const PART = 20_000;
const NEAR = 1e-6;

/** Where the pair of trains a < b of n stands among all pairs: (0, 1), (0, 2), …, (1, 2), … */
export function pairIndex(a: number, b: number, n: number): number {
  return a * n - (a * (a + 1)) / 2 + (b - a - 1);
}

/**
 * The cross-correlograms of all pairs of trains, each as {@link crossCorrelogram} counts it. All spikes are put in the
 * order of time and each is held against those of the window before it, so that no time is spent on pairs of trains
 * whose spikes are far apart.
 * @param trains ascending spike times (s) of each unit
 * @throws {AnalysisError} `wrong-argument` for bins that make no sense or more counts than memory holds; what the
 * signal was aborted with
 */
export async function allCrossCorrelograms(
  trains: readonly ArrayLike<number>[],
  options: LagOptions & LongTaskOptions = {}
): Promise<AllCorrelograms> {
  const bins = lagBins(options);
  const turn = takingTurns(options);
  const n = trains.length;
  const pairs = n < 2 ? 0 : (n * (n - 1)) / 2;
  if (pairs * bins.bins > MOST_COUNTS) {
    throw new AnalysisError("wrong-argument", {
      path: "trains",
      expected: `at most ${MOST_COUNTS} counts`,
      found: `${pairs} pairs × ${bins.bins} bins`,
      remedy: "Choose fewer units, a shorter window or wider bins."
    });
  }
  const counts = new Uint32Array(pairs * bins.bins);
  const merged = mergeTrains(trains);
  const onEdges = new Map<number, number>();
  const countPart = lagCounter(merged.times, merged.trains, n, bins, counts, onEdges);
  for (let from = 0; from < merged.times.length; from += PART) {
    await turn(from / merged.times.length);
    countPart(from, Math.min(from + PART, merged.times.length));
  }
  await turn(1);
  const spikes = trains.map(({length}) => length);
  const between = (fixed: number, moving: number) => {
    if (!(fixed in trains && moving in trains && fixed !== moving)) {
      const [expected, found] = [`two different trains from 0 to ${n - 1}`, `${fixed} and ${moving}`];
      throw new AnalysisError("wrong-argument", {expected, found, remedy: "Give the places of two trains."});
    }
    const pair = pairIndex(Math.min(fixed, moving), Math.max(fixed, moving), n);
    const own = counts.slice(pair * bins.bins, (pair + 1) * bins.bins);
    if (fixed > moving) mirror(own, (edge) => onEdges.get(pair * (bins.bins + 1) + edge) ?? 0);
    return {...bins, counts: own, fixedSpikes: spikes[fixed], movingSpikes: spikes[moving]};
  };
  return {...bins, pairs, counts, spikes, between};
}

/**
 * The counts of lags −d instead of d. A lag on an edge belongs to the bin at its right, which now is another.
 * @param onEdge how many lags were equal to an edge
 */
function mirror(counts: Uint32Array, onEdge: (edge: number) => number): void {
  const bins = counts.length;
  counts.reverse();
  for (let edge = 0; edge <= bins; ++edge) {
    if (edge < bins) counts[bins - 1 - edge] -= onEdge(edge);
    if (edge > 0) counts[bins - edge] += onEdge(edge);
  }
}

/**
 * Counts the lags of a range of spikes to the spikes before them.
 * @param onEdges counts lags that are equal to an edge, by pair · (bins + 1) + edge
 */
function lagCounter(
  times: Float64Array,
  labels: Int32Array,
  n: number,
  {edges, binWidth, bins}: LagBins,
  counts: Uint32Array,
  onEdges: Map<number, number>
): (from: number, to: number) => void {
  const [first, last] = [edges[0], edges[bins]];
  const perSecond = 1 / binWidth;
  // Of an earlier spike of train a and a later one of train b: where their counts begin, and the sign of their lag.
  const base = new Int32Array(n * n).fill(-1);
  const sign = new Float64Array(n * n);
  for (let a = 0; a < n; ++a) {
    for (let b = a + 1; b < n; ++b) {
      base[b * n + a] = base[a * n + b] = pairIndex(a, b, n) * bins;
      [sign[b * n + a], sign[a * n + b]] = [1, -1];
    }
  }
  let oldest = 0;
  return (from, to) => {
    for (let later = from; later < to; ++later) {
      const time = times[later];
      while (time - times[oldest] > last) ++oldest;
      const row = labels[later] * n;
      for (let earlier = oldest; earlier < later; ++earlier) {
        const pair = row + labels[earlier];
        const start = base[pair];
        if (start < 0) continue;
        const lag = sign[pair] * (time - times[earlier]);
        const place = (lag - first) * perSecond;
        let bin = place | 0;
        const share = place - bin;
        if (share < NEAR || share > 1 - NEAR) {
          if (!(lag >= first && lag <= last)) continue;
          bin = binOf(lag, edges, bin);
          if (lag === edges[bin]) {
            const edge = (start / bins) * (bins + 1) + bin;
            onEdges.set(edge, (onEdges.get(edge) ?? 0) + 1);
          }
          if (bin === bins) continue;
        }
        ++counts[start + bin];
      }
    }
  };
}
