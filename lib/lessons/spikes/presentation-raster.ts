import {type Condition, conditionLabel, countedText, orderUnits, type PlacedUnit} from "../../words/index.js";
import type {TimedPresentation} from "../presentations/index.js";
import type {PresentedStimulus} from "./presented-stimulus.js";

/** Spikes, one element for each in both arrays. */
export interface Spikes {
  /** s from the onset of the presentation */
  time: ArrayLike<number>;
  unit_id: ArrayLike<number>;
}

/**
 * Every spike of a presentation.
 * @param presentation none where the session holds only the counts of the condition
 */
export function presentationRaster(
  spikes: Spikes,
  presentation: TimedPresentation | undefined,
  context: {units: readonly PlacedUnit[]; condition: Condition | null} & Pick<PresentedStimulus, "stimulus" | "varying">
) {
  const {units, condition, stimulus, varying} = context;
  if (!presentation || !condition)
    return {
      empty:
        "Of this condition the page holds the counts, but not the spikes: those of all conditions would be too many. Choose a condition with spikes, or another stimulus.",
      caption: ""
    };
  const {stimulus_presentation_id: id, start_time, stop_time, duration} = presentation;
  const count = spikes.time.length;
  return {
    data: [spikes, orderUnits(units)] as const,
    options: {
      domain: [0, duration] as const,
      stimulus: {stimulus_name: stimulus, start: 0, stop: duration},
      ariaLabel: `Spikes in presentation ${id}`,
      ariaDescription: `${count} spikes of ${countedText(units.length, "units")} during ${duration.toFixed(2)} seconds of ${stimulus}`
    },
    caption: `Presentation ${id}, ${conditionLabel(condition, varying)}, from ${start_time.toFixed(3)} to ${stop_time.toFixed(3)} s of the session: ${countedText(count, "spikes")} of ${countedText(units.length, "units")}.`
  };
}
