/** The stimuli of a session, as this page can show them. */
export interface SpikeStimuli {
  /** Those whose spikes the site keeps; drifting gratings, of which there are then none, where it keeps none. */
  stimuli: string[];
  /** The films that were shown, but whose spikes are not kept. */
  missingFilms: string[];
}

/**
 * Which stimuli there are to choose from.
 * @param shown the names of the session's stimuli
 * @param kept the names of the stimuli whose spikes the site keeps, in the order of the list
 */
export function spikeStimuli(shown: readonly string[], kept: readonly string[]): SpikeStimuli {
  const stimuli = kept.filter((name) => shown.includes(name));
  return {
    stimuli: stimuli.length > 0 ? stimuli : ["drifting_gratings"],
    missingFilms: shown.filter((name) => name.startsWith("natural_movie") && !stimuli.includes(name))
  };
}

/** Why the list of stimuli lacks some films; nothing where it lacks none. */
export function missingFilmsText(missingFilms: readonly string[]): string {
  if (missingFilms.length === 0) return "";
  return ` The list above lacks ${missingFilms.join(" and ")}: every frame of a film is a presentation, and a full session has tens of thousands of them.`;
}
