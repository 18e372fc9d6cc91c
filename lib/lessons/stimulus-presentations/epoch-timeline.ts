import type {StimulusEpoch} from "../../session/index.js";
import {countedText} from "../../words/index.js";

/**
 * The epochs of the session over time.
 * @param names the kinds of stimulus
 * @param highlight the kind that the reader chose
 */
export function epochTimeline(epochs: readonly StimulusEpoch[], names: readonly string[], highlight: string) {
  const minutes = epochs.length > 0 ? (epochs[epochs.length - 1].stop_time - epochs[0].start_time) / 60 : 0;
  return {
    data: [epochs] as const,
    options: {
      highlight,
      ariaLabel: "Stimulus epochs over the session",
      ariaDescription: `${countedText(epochs.length, "epochs")}, one line for each of ${countedText(names.length, "kinds")} of stimulus`
    },
    caption: `${countedText(epochs.length, "epochs")} of ${countedText(names.length, "kinds")} of stimulus over ${Math.round(minutes)} minutes, from the first presentation to the last; ${highlight} is stressed. Choose another one above, or click on it.`
  };
}
