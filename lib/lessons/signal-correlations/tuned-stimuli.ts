import {offeredStimuli} from "../presentations/index.js";

/** Two conditions are too few for a correlation, and one is none. */
const UNTUNED = ["flashes", "spontaneous"];

/**
 * The stimuli with enough conditions to correlate tuning over.
 * @param counted of which there are counts, in the order of the list
 * @param shown in this session
 */
export function tunedStimuli(counted: readonly string[], shown: readonly string[]): string[] {
  return offeredStimuli(counted, shown, UNTUNED);
}
