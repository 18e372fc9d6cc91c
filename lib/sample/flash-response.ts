import type {RandomStream} from "./random-stream.js";

/** Relative response to a screen that turns white (on) and black (off); the larger of the two is 1. */
export interface FlashResponse {
  on: number;
  off: number;
}

/** Half of the units prefer on, half off; most answer both. */
export function drawFlashResponse(random: RandomStream): FlashResponse {
  const other = random.uniform(0.1, 1);
  return random.chance(0.5) ? {on: 1, off: other} : {on: other, off: 1};
}
