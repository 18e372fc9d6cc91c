/**
 * The stimuli to choose from: those that the session showed, and of which there are counts; without any, the usual one.
 * @param counted of which there are counts, in the order of the list
 * @param shown in this session
 * @param unsuited what the page has no use for
 */
export function offeredStimuli(
  counted: readonly string[],
  shown: readonly string[],
  unsuited: readonly string[]
): string[] {
  const offered = counted.filter((name) => shown.includes(name) && !unsuited.includes(name));
  return offered.length > 0 ? offered : ["drifting_gratings"];
}
