/** A grid of time bins: bin i covers start + i·step to start + (i + 1)·step, seconds on the master clock. */
export interface TimeGrid {
  start: number;
  step: number;
  count: number;
}

/** The grid that covers an interval with bins of `step` seconds. */
export function makeTimeGrid([start, stop]: [number, number], step: number): TimeGrid {
  return {start, step, count: Math.ceil((stop - start) / step)};
}
