import {deviation, mean} from "d3";
import {RUNNING_WINDOW} from "../../analysis/smoothing/index.js";
import type {EyeSamples} from "../../session/index.js";
import {columnValues} from "../../snapshot/index.js";
import {significantText} from "../../words/index.js";
import {everyText} from "./every-text.js";

/** Slower than the one the mouse stands, faster than the other it runs (cm/s). */
const STANDS_BELOW = 1;
const RUNS_ABOVE = 5;

/** A shorter bout of standing or running is left out (s). */
const SHORTEST_BOUT = 1;

/**
 * How wide the pupil is while the mouse stands and while it runs, in words; none if it does only one of them. Frames that
 * follow each other are not independent, so means and their errors are over bouts: each counts once, by its own mean.
 */
export function pupilBySpeed({present, every, table}: EyeSamples): string {
  if (!present) return "";
  const still = boutMeans(table, (speed) => Math.abs(speed) < STANDS_BELOW);
  const running = boutMeans(table, (speed) => speed > RUNS_ABOVE);
  if (still.length === 0 || running.length === 0) return "";
  return `While the mouse stands (less than ${STANDS_BELOW} cm/s) its pupil measures ${meanText(still)} cm², and while it runs (more than ${RUNS_ABOVE} cm/s) ${meanText(running)} cm²: mean ± SEM over n = ${still.length} and ${running.length} bouts of at least ${SHORTEST_BOUT} s, from ${everyText(every)} of the session’s frames, and speeds averaged over ${RUNNING_WINDOW} s. Frames of one bout follow each other too closely to be independent, so what counts is the bout.`;
}

/** The mean pupil area in each bout: frames in succession whose speed is as meant. */
function boutMeans(table: EyeSamples["table"], isMeant: (speed: number) => boolean): number[] {
  const times = columnValues<number>(table, "Time (s)");
  const velocity = columnValues<number>(table, "velocity");
  const areas = columnValues<number>(table, "raw_pupil_area");
  const means: number[] = [];
  for (let start = 0, end = 0; start < times.length; start = end + 1) {
    for (end = start; end < times.length && isMeant(velocity[end]); end++);
    const known = Array.from({length: end - start}, (_, i) => areas[start + i]).filter(Number.isFinite);
    if (known.length > 0 && times[end - 1] - times[start] >= SHORTEST_BOUT) means.push(mean(known)!);
  }
  return means;
}

/** Mean ± SEM, to the last digit that the error leaves; of a single value no error is known. */
function meanText(values: readonly number[]): string {
  const average = mean(values)!;
  const sem = (deviation(values) ?? Number.NaN) / Math.sqrt(values.length);
  return Number.isFinite(sem) && sem > 0
    ? `${average.toPrecision(3)} ± ${sem.toPrecision(1)}`
    : significantText(average, 3);
}
