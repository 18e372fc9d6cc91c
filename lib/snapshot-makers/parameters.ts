// The values that parameters of snapshots can have in any session: Framework needs each attachment of a page word for word,
// whether a session has it or not. A snapshot of what a session lacks is empty, and says so.

/** Stimuli whose spikes are cut and counted by presentation. */
export const STIMULI = [
  "drifting_gratings",
  "static_gratings",
  "flashes",
  "gabors",
  "natural_scenes",
  "natural_movie_one",
  "spontaneous",
  "dot_motion",
  "drifting_gratings_75_repeats",
  "drifting_gratings_contrast"
] as const;

/** Stimuli whose presentations are alike and many, so that spikes are counted in bins around their onset. */
export const BINNED_STIMULI = [
  "drifting_gratings",
  "drifting_gratings_75_repeats",
  "drifting_gratings_contrast",
  "static_gratings",
  "dot_motion",
  "gabors",
  "natural_scenes",
  "flashes"
] as const;

/** The names that the Allen Institute gives to the probes of a session. */
export const PROBES = ["probeA", "probeB", "probeC", "probeD", "probeE", "probeF"] as const;

/** "0" to count − 1. */
export function indices(count: number): string[] {
  return Array.from({length: count}, (_, index) => String(index));
}
