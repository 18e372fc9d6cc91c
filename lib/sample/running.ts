import {RandomStream} from "./random-stream.js";

/** The mouse's speed, cm/s, in steps of `step` seconds from `start`. */
export interface RunningSpeed {
  start: number;
  step: number;
  speed: Float64Array;
}

/** Speed at which a unit reaches half of its running modulation, cm/s. */
export const HALF_MODULATION_SPEED = 10;

/**
 * Runs and rests take turns, with exponential lengths (means 25 s and 35 s). In a run the speed follows an
 * Ornstein–Uhlenbeck process (mean drawn per run, SD 6 cm/s, 2 s); it reaches and leaves it with a time constant of 1 s.
 * At rest it is 0 but for small movements.
 */
export function makeRunningSpeed([start, stop]: [number, number], seed: number, step = 0.1): RunningSpeed {
  const random = new RandomStream(seed, "running");
  const speed = new Float64Array(Math.ceil((stop - start) / step));
  let running = false;
  let until = 0;
  let aim = 0;
  let fluctuation = 0;
  let current = 0;
  const decay = Math.exp(-step / 2);
  for (let i = 0; i < speed.length; i++) {
    if (i * step >= until) {
      running = !running;
      until = i * step + random.exponential(running ? 25 : 35);
      aim = running ? random.normalWithin(28, 12, 8, 60) : 0;
    }
    fluctuation = fluctuation * decay + random.normal(0, (running ? 6 : 0.4) * Math.sqrt(1 - decay * decay));
    current += (aim - current) * (1 - Math.exp(-step));
    speed[i] = Math.max(0, Math.round((current + fluctuation) * 10) / 10);
  }
  return {start, step, speed};
}

/** Factor on the rate at a speed: max(0.2, 1 + m v / (v + half)), m the unit's modulation. */
export function runningFactor(modulation: number, speed: number): number {
  return Math.max(0.2, 1 + (modulation * speed) / (speed + HALF_MODULATION_SPEED));
}
