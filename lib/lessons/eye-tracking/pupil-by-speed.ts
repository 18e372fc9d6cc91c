import {mean} from "d3";
import type {EyeSamples} from "../../session/index.js";
import {columnValues} from "../../snapshot/index.js";
import {countText} from "../../words/index.js";

/** Slower than the one the mouse stands, faster than the other it runs (cm/s). */
const STANDS_BELOW = 1;
const RUNS_ABOVE = 5;

/** How wide the pupil is while the mouse stands and while it runs, in a sentence; none if it does only one of them. */
export function pupilBySpeed({present, every, table}: EyeSamples): string {
  if (!present) return "";
  const velocity = columnValues<number>(table, "velocity");
  const areas = Array.from(columnValues<number>(table, "raw_pupil_area"));
  const areasWhile = (isMeant: (speed: number) => boolean) =>
    areas.filter((area, sample) => Number.isFinite(area) && isMeant(velocity[sample]));
  const still = areasWhile((speed) => Math.abs(speed) < STANDS_BELOW);
  const running = areasWhile((speed) => speed > RUNS_ABOVE);
  if (still.length === 0 || running.length === 0) return "";
  const average = (values: number[]) => mean(values)!.toPrecision(3);
  const which = every === 1 ? "one" : every === 2 ? "second one" : `${every}th one`;
  return `While the mouse stands (less than ${STANDS_BELOW} cm/s) its pupil has ${average(still)} cm² on average, and while it runs (more than ${RUNS_ABOVE} cm/s) ${average(running)} cm²: n = ${countText(still.length)} and ${countText(running.length)} frames, every ${which} of the session.`;
}
