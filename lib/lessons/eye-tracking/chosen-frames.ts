import {bisectCenter} from "d3";
import type {EyeSamples} from "../../session/index.js";
import {columnValues} from "../../snapshot/index.js";

/** The frames that the tutorial shows. */
export const TUTORIAL_FRAMES = {first: 100, count: 500, fewest: 20};

/** From which frame on a reader can look: the limits of the choice, and the tutorial's frame where there are so many. */
export function fromFirstFrame(frames: number): {min: number; max: number; value: number} {
  const last = frames - TUTORIAL_FRAMES.fewest;
  return {min: 0, max: Math.max(1, last), value: Math.min(TUTORIAL_FRAMES.first, Math.max(0, last))};
}

/** A window of frames, in the part of the film that holds it. */
export interface ChosenFrames {
  /** Which part of the film, from 0. */
  part: number;
  /** The frame that this part begins with. */
  firstHeld: number;
  /** The first frame of the window, counted from the beginning of the film. */
  first: number;
  count: number;
}

/** The window that a reader asks for. One that would reach beyond its part of the film begins earlier. */
export function chosenFrames(
  {frames, partSize}: Pick<EyeSamples, "frames" | "partSize">,
  wantedFirst: number,
  wantedCount: number
): ChosenFrames {
  const part = partSize ? Math.floor(wantedFirst / partSize) : 0;
  const firstHeld = part * partSize;
  const end = Math.min(firstHeld + partSize, frames);
  const first = Math.max(firstHeld, Math.min(wantedFirst, end - wantedCount));
  return {part, firstHeld, first, count: Math.max(0, Math.min(wantedCount, end - first))};
}

/**
 * The first of so many frames whose middle is nearest to a time.
 * @param time s
 */
export function firstFrameAround({table, every}: EyeSamples, time: number, count: number): number {
  const sample = bisectCenter(columnValues<number>(table, "Time (s)"), time);
  return Math.max(0, sample * every - Math.round(count / 2));
}
