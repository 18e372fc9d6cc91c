import type {RandomStream} from "./random-stream.js";

/** When the lid begins to fall and is open again, seconds. */
export type Blink = [start: number, stop: number];

/** Mean seconds between blinks. */
const INTERVAL = 20;

/** Draws the blinks of an interval: 0.2 to 0.4 s each, at random, at least a second apart. */
export function drawBlinks([from, to]: [number, number], random: RandomStream): Blink[] {
  const blinks: Blink[] = [];
  for (let start = from + random.exponential(INTERVAL); start < to - 1; start += 1 + random.exponential(INTERVAL - 1)) {
    const stop = start + random.uniform(0.2, 0.4);
    blinks.push([start, stop]);
    start = stop;
  }
  return blinks;
}

/** How far the eye is open at each time, 0 to 1: a blink closes it as sin² closes. */
export function lidOpening(times: Float64Array, blinks: readonly Blink[]): Float64Array {
  let next = 0;
  return times.map((time) => {
    while (next < blinks.length && blinks[next][1] < time) next++;
    if (next === blinks.length || time < blinks[next][0]) return 1;
    const [start, stop] = blinks[next];
    return 1 - Math.sin((Math.PI * (time - start)) / (stop - start)) ** 2;
  });
}
