/** The classes of stimuli of both stimulus sets. */
export const STIMULUS_CLASSES = [
  "spontaneous",
  "gabors",
  "flashes",
  "dot_motion",
  "drifting_gratings",
  "static_gratings",
  "natural_scenes",
  "natural_movie_one",
  "natural_movie_three",
  "invalid_presentation"
] as const;

/** A class of stimuli. */
export type StimulusClass = (typeof STIMULUS_CLASSES)[number];

/**
 * The class a stimulus belongs to, by how its name begins: "drifting_gratings_contrast" is a kind of drifting grating. What
 * this project does not know counts as a grey screen.
 */
export function stimulusClass(stimulusName: string): StimulusClass {
  return STIMULUS_CLASSES.findLast((name) => stimulusName.startsWith(name)) ?? "spontaneous";
}
