import type {BinnedRange, SessionOverview} from "../../session/index.js";
import {countedText} from "../../words/index.js";
import {NO_RUNNING} from "../running-speed/no-running.js";
import {NO_EYE} from "./no-eye.js";

/** The pupil's area (cm², filtered) and, below it, running (cm/s) over the whole session, in the same bins. */
export function sessionStrips(overview: SessionOverview, isFilmed: boolean) {
  return [pupilStrip(overview, isFilmed), runningStrip(overview, isFilmed)] as const;
}

function pupilStrip({pupilArea}: SessionOverview, isFilmed: boolean) {
  if (!isFilmed) return NO_EYE;
  return {
    data: [pupilArea] as const,
    options: {
      label: "pupil area (cm²)",
      unit: "cm²",
      ariaLabel: "Pupil area over the session",
      ariaDescription: binsText(pupilArea)
    },
    caption: `From the least to the largest value in each of ${countedText(pupilArea.minimum.length, "bins")} of ${pupilArea.width.toFixed(2)} s, without the frames in and beside blinks. The mark is the window of the frames above.`
  };
}

function runningStrip({velocity}: SessionOverview, isFilmed: boolean) {
  if (!velocity.maximum.some(Number.isFinite)) return NO_RUNNING;
  return {
    data: [velocity] as const,
    options: {
      label: "velocity (cm/s)",
      unit: "cm/s",
      ariaLabel: "Running speed over the session",
      ariaDescription: binsText(velocity)
    },
    caption: isFilmed ? "In the same bins." : ""
  };
}

function binsText({minimum, width}: BinnedRange): string {
  return `The range in each of ${countedText(minimum.length, "bins")} of ${width.toFixed(2)} s`;
}
