import type {StimulusValue} from "../../session/index.js";
import type {Presentation} from "./presentation.js";

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
