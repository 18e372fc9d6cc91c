import {offeredStimuli} from "../presentations/index.js";

/** The frames of a film last 33 ms and follow each other without a pause: too short to count noise in. A grey screen has no repeats. */
const UNREPEATED = ["natural_movie_one", "spontaneous"];

/**
 * The stimuli of which presentations are repeats to count noise in.
 * @param counted of which there are counts, in the order of the list
 * @param shown in this session
 */
export function repeatedStimuli(counted: readonly string[], shown: readonly string[]): string[] {
  return offeredStimuli(counted, shown, UNREPEATED);
}
