import {offeredStimuli} from "../presentations/index.js";

/** The grey screen has no parameter to be tuned to. */
const UNTUNABLE = ["spontaneous"];

/**
 * The stimuli with a parameter to be tuned to.
 * @param counted of which there are counts, in the order of the list
 * @param shown in this session
 */
export function tunableStimuli(counted: readonly string[], shown: readonly string[]): string[] {
  return offeredStimuli(counted, shown, UNTUNABLE);
}
