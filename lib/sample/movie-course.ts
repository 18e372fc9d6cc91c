import type {RandomStream} from "./random-stream.js";

/** One event of a movie that a unit answers: its time from the movie's start, standard deviation (s) and height. */
export interface MovieEvent {
  time: number;
  width: number;
  height: number;
}

/** Draws the events of a movie that a unit answers, on average one every two seconds. */
export function drawMovieEvents(duration: number, random: RandomStream): MovieEvent[] {
  const events: MovieEvent[] = [];
  for (let i = Math.max(1, random.poisson(duration / 2)); i > 0; i--) {
    events.push({
      time: random.uniform(0, duration),
      width: random.uniform(0.06, 0.3),
      height: Math.min(3, random.logNormal(0.8, 0.5))
    });
  }
  return events.sort((a, b) => a.time - b.time);
}

/** Σ heightₑ exp(−(t − timeₑ)² / 2 widthₑ²), t seconds from the movie's start. */
export function movieResponse(events: readonly MovieEvent[], time: number): number {
  let sum = 0;
  for (const {time: centre, width, height} of events) {
    const distance = (time - centre) / width;
    if (Math.abs(distance) < 4) sum += height * Math.exp(-0.5 * distance * distance);
  }
  return sum;
}
