import {countedText} from "../../words/index.js";
import {TUTORIAL_FRAMES} from "./chosen-frames.js";
import type {EyeFrames} from "./eye-frames.js";
import {NO_EYE} from "./no-eye.js";

/** The eye as its camera sees it, one frame at a time. */
export function eyePicture({first, times, pupilArea, span}: EyeFrames) {
  if (!span) return NO_EYE;
  const n = times.length;
  const lost = pupilArea.filter((area) => !Number.isFinite(area)).length;
  const found = lost ? `In ${lost} of them no pupil was found.` : "A pupil was found in all of them.";
  const tutorials = `The tutorial shows frames ${TUTORIAL_FRAMES.first} to ${TUTORIAL_FRAMES.first + TUTORIAL_FRAMES.count}.`;
  return {
    data: [] as const,
    options: {
      ariaLabel: "The eye as its camera sees it",
      ariaDescription:
        "Ellipses of the eye, the pupil and the corneal reflection in one frame; the space bar plays and pauses, arrow keys step"
    },
    caption: `Frames ${first} to ${first + n - 1}, n = ${n}, ${(span[1] - span[0]).toFixed(1)} s from ${span[0].toFixed(2)} s of the session. ${found} ${tutorials}`
  };
}

/** The area of the pupil over these frames. */
export function pupilTrace({times, pupilArea}: EyeFrames) {
  return {
    data: [{times, values: pupilArea}] as const,
    options: {
      label: "area of the pupil (camera pixels²)",
      unit: "pixels²",
      ariaLabel: "Area of the pupil in the chosen frames",
      ariaDescription: `${countedText(times.length, "frames")}; gaps are frames without a pupil`
    },
    caption: ""
  };
}

/** The line under the picture: which frame it is, when it was, and where the pupil is. */
export function frameLine({first, times, ellipses}: EyeFrames, frame: number): string {
  const {center_x, center_y, width, height} = ellipses(frame).pupil;
  const pupil = Number.isFinite(width)
    ? `pupil at (${center_x.toFixed(1)}, ${center_y.toFixed(1)}), ${width.toFixed(1)} × ${height.toFixed(1)} pixels`
    : "no pupil";
  return `frame ${first + frame} · ${times[frame].toFixed(3)} s · ${pupil}`;
}
