/** A presentation of a stimulus, with its parameters, as a row of the stimulus table has it. */
export interface Presentation {
  stimulus_presentation_id: number;
  stimulus_name: string;
  [parameter: string]: unknown;
}

/**
 * The value of a parameter in each presentation; null in blank sweeps. AllenSDK calls the grey screen among natural scenes
 * frame −1; among gratings the parameters are null.
 */
export function parameterInPresentations(presentations: readonly Presentation[], name: string): (number | null)[] {
  return presentations.map((row) =>
    row.stimulus_name === "natural_scenes" && row[name] === -1 ? null : (row[name] as number | null)
  );
}
