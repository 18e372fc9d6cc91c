import {measurePeer, type Peer, type Python} from "./peers.js";

/** Something that has to be fast. */
export interface Bench {
  /** What is done, on what, as a phrase. */
  name: string;
  /** How long it may take, in ms; or what it is measured against, in turns, and how fast it is to be beside that. */
  budget: number | {of(): unknown; share: number};
  /** Takes long, and is about the first time: it is run once, cold. */
  once?: boolean;
  /** Does what is not measured, and returns what is. */
  prepare(): (() => unknown) | Promise<() => unknown>;
  /** Takes away what a run has left, which is not measured. */
  clear?(): void;
  /** The same, as a neuroscientist would do it in Python. */
  peer?: Peer;
}

/** How long it took, in ms. */
export interface Measured {
  name: string;
  median: number;
  fastest: number;
  slowest: number;
  budget: number;
  /** Median over budget: above 1 is too slow. */
  ratio: number;
  /** The median of the peer, if there is one. */
  peer?: number;
}

/** How long something runs before it is measured (ms), at least once: in this time most of the JavaScript is compiled. */
const WARM_UP = 300;

/**
 * Runs something several times, one after another, when it is warm: in turns with what it is measured against, if that is told by a
 * function. What the peers do was compiled long before.
 */
export async function measure(
  {name, budget, once, prepare, clear, peer}: Bench,
  python: Python | null
): Promise<Measured> {
  const run = await prepare();
  const of = typeof budget === "number" ? null : budget.of;
  const times = once ? 1 : of ? 11 : 5;
  for (const start = performance.now(); !once; ) {
    await of?.();
    clear?.();
    await run();
    clear?.();
    if (performance.now() - start > WARM_UP) break;
  }
  // What preparing has left to be cleared away is not measured.
  globalThis.gc?.();
  const took: number[] = [];
  const allowed: number[] = [];
  for (let i = 0; i < times; i++) {
    allowed.push(typeof budget === "number" ? budget : (await timeOf(budget.of)) / budget.share);
    clear?.();
    took.push(await timeOf(run));
    clear?.();
  }
  for (const all of [took, allowed]) all.sort((a, b) => a - b);
  const [median, limit] = [middle(took), middle(allowed)];
  const peerTime = peer && python ? middle(measurePeer(python, peer, times)) : undefined;
  return {
    name,
    median,
    fastest: took[0],
    slowest: took[times - 1],
    budget: limit,
    ratio: median / limit,
    peer: peerTime
  };
}

async function timeOf(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const middle = (sorted: number[]) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
