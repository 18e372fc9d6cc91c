/** A stretch of the session in which one kind of stimulus was shown; times in s. */
export interface Epoch {
  stimulus_name: string;
  start_time: number;
  stop_time: number;
  duration: number;
  /** The number of its block; null for what is in none. */
  stimulus_block: number | null;
}

/**
 * The epochs of the session over time.
 * @param names the kinds of stimulus
 * @param highlight the kind that the reader chose
 */
export function epochTimeline(epochs: readonly Epoch[], names: readonly string[], highlight: string) {
  const minutes = epochs.length > 0 ? (epochs[epochs.length - 1].stop_time - epochs[0].start_time) / 60 : 0;
  return {
    data: [epochs] as const,
    options: {
      highlight,
      ariaLabel: "Stimulus epochs over the session",
      ariaDescription: `${epochs.length} epochs, one line for each of ${names.length} kinds of stimulus`
    },
    caption: `${epochs.length} epochs of ${names.length} kinds of stimulus over ${Math.round(minutes)} minutes, from the first presentation to the last; ${highlight} is stressed. Choose another one above, or click on it.`
  };
}
