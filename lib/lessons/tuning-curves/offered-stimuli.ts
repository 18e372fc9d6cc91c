/** The grey screen has no parameter to be tuned to. */
const WITHOUT_PARAMETERS = "spontaneous";

/**
 * The stimuli to choose from: those that the session showed and whose spikes are counted; without any, the usual one.
 * @param counted of which a site keeps counts, in the order of the list
 * @param shown in this session
 */
export function offeredStimuli(counted: readonly string[], shown: readonly string[]): string[] {
  const offered = counted.filter((name) => name !== WITHOUT_PARAMETERS && shown.includes(name));
  return offered.length > 0 ? offered : ["drifting_gratings"];
}
