import type {StimulusValue} from "../../session/index.js";

/** A presentation of a stimulus, with its parameters. */
export interface Presentation {
  stimulus_presentation_id: number;
  stimulus_condition_id: number;
  stimulus_name: string;
  [parameter: string]: unknown;
}

/**
 * The stimuli to choose from: those that the session showed, and of which there are counts.
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

/**
 * Whether a presentation is a blank sweep. AllenSDK calls the grey screen among natural scenes frame −1; among gratings
 * the parameters are null.
 * @param values what each parameter of the stimulus takes, without null; one with a single value says nothing
 */
export function isBlankSweep(
  presentation: Presentation,
  values: Readonly<Record<string, readonly StimulusValue[]>>
): boolean {
  if (presentation.stimulus_name === "natural_scenes") return presentation.frame === -1;
  return Object.keys(values).some((name) => values[name].length > 1 && presentation[name] === null);
}
