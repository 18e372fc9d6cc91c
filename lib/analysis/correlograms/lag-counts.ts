import type {MergedTrains} from "../counting/merge-trains.js";
import {exactBin} from "./count-lags.js";
import type {LagBins} from "./lag-bins.js";

/** Nearer to an edge than this share of a bin, rounding could put a lag in the neighbouring bin: there the edges decide. */
const NEAR = 1e-6;

/**
 * The lags between the spikes of all trains: how often a spike of one train comes so long after one of another, for
 * every train and every other. From these the correlogram of any pair is put together.
 */
export class LagCounts {
  readonly spikes: number;
  readonly #merged: MergedTrains;
  readonly #trains: number;
  /** Bins of lags from 0 on. */
  readonly #bins: number;
  /** s; edges of these bins. */
  readonly #edges: Float64Array;
  readonly #perSecond: number;
  /** Train of the later spike × train of the earlier one × bins. */
  readonly #counts: Uint32Array;
  /** How many lags were equal to an edge, by (later · trains + earlier) · (bins + 1) + edge: seen from the other train
   * they belong to another bin. */
  readonly #onEdges = new Map<number, number>();
  #oldest = 0;

  constructor(merged: MergedTrains, trains: number, {edges, bins, binWidth}: LagBins) {
    this.spikes = merged.times.length;
    this.#merged = merged;
    this.#trains = trains;
    this.#bins = bins / 2;
    this.#edges = edges.subarray(bins / 2);
    this.#perSecond = 1 / binWidth;
    this.#counts = new Uint32Array(trains * trains * this.#bins);
  }

  /** Counts the lags of some spikes to the spikes before them. The parts must follow each other from 0 on. */
  countPart(from: number, to: number): void {
    const {times, trains} = this.#merged;
    const last = this.#edges[this.#bins];
    const oldest = new Int32Array(to - from);
    for (let spike = from; spike < to; ++spike) {
      while (times[spike] - times[this.#oldest] > last) ++this.#oldest;
      oldest[spike - from] = this.#oldest;
    }
    // Train by train, so that the counts of one are written before those of the next are fetched.
    for (const spike of byTrain(trains, from, to, this.#trains)) this.#countBefore(spike, oldest[spike - from]);
  }

  #countBefore(later: number, oldest: number): void {
    const {times, trains} = this.#merged;
    const counts = this.#counts;
    const bins = this.#bins;
    const perSecond = this.#perSecond;
    const time = times[later];
    const row = trains[later] * this.#trains;
    for (let earlier = oldest; earlier < later; ++earlier) {
      const pair = row + trains[earlier];
      const lag = time - times[earlier];
      const position = lag * perSecond;
      const bin = position | 0;
      const share = position - bin;
      if (share < NEAR || share > 1 - NEAR) this.#countNearEdge(pair, lag, bin);
      else ++counts[pair * bins + bin];
    }
  }

  #countNearEdge(pair: number, lag: number, guess: number): void {
    const bins = this.#bins;
    const bin = exactBin(lag, this.#edges, guess);
    if (lag === this.#edges[bin]) {
      const edge = pair * (bins + 1) + bin;
      this.#onEdges.set(edge, (this.#onEdges.get(edge) ?? 0) + 1);
    }
    if (bin < bins) ++this.#counts[pair * bins + bin];
  }

  /** The counts of lags (moving − fixed) of two trains, in bins from the most negative lag to the most positive. */
  between(fixed: number, moving: number): Uint32Array {
    const bins = this.#bins;
    const counts = new Uint32Array(2 * bins);
    const after = moving * this.#trains + fixed;
    const before = fixed * this.#trains + moving;
    for (let bin = 0; bin < bins; ++bin) {
      counts[bins + bin] += this.#counts[after * bins + bin];
      counts[bins - 1 - bin] += this.#counts[before * bins + bin];
    }
    // A lag d on an edge is the first of its bin; the lag −d is the first of the bin on the other side of the edge.
    for (let edge = 0; edge <= bins; ++edge) {
      const onEdge = this.#onEdges.get(before * (bins + 1) + edge) ?? 0;
      if (edge < bins) counts[bins - 1 - edge] -= onEdge;
      counts[bins - edge] += onEdge;
    }
    return counts;
  }
}

/** The spikes of a part in the order of their trains, those of a train in the order of time. */
function byTrain(trains: Int32Array, from: number, to: number, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let spike = from; spike < to; ++spike) ++starts[trains[spike] + 1];
  for (let train = 0; train < count; ++train) starts[train + 1] += starts[train];
  const sorted = new Int32Array(to - from);
  for (let spike = from; spike < to; ++spike) sorted[starts[trains[spike]]++] = spike;
  return sorted;
}
