import {stimulusClass} from "../../words/index.js";

/** Outlines on a square of 16 by 16, to be stroked; what the mouse sees, in a few lines. */
const OUTLINES: Record<string, string> = {
  spontaneous: "M3 8h10",
  gabors: "M8 2.5a5.5 5.5 0 1 0 .01 0zM6 5v6M8.5 4.5v7M11 5.5v5",
  flashes: "M8 2v2.5M8 11.5V14M2 8h2.5M11.5 8H14M4 4l1.6 1.6M10.4 10.4 12 12M12 4l-1.6 1.6M5.6 10.4 4 12",
  dot_motion: "M4 4h.01M9 3h.01M12.5 6.5h.01M3.5 9h.01M8 8.5h.01M12 12h.01M6 13h.01",
  drifting_gratings: "M3 3v10M6 3v10M9 3v10M11.5 5.5 14 8l-2.5 2.5",
  static_gratings: "M3.5 3v10M6.5 3v10M9.5 3v10M12.5 3v10",
  natural_scenes: "M2 13l4-7 3 4.5L10.5 8 14 13zM11.5 4.5h.01",
  natural_movie_one: "M2.5 3.5h11v9h-11zM6.8 5.8v4.4L10.4 8z",
  natural_movie_three: "M2.5 5.5h9v7h-9zM4.5 5.5v-2h9v7h-2M6 7.5v3L8.6 9z",
  invalid_presentation: "M4 4l8 8M12 4l-8 8"
};

/** The small mark of a stimulus as an SVG path on a square of 16 by 16, centred on (8, 8), meant to be stroked. */
export function stimulusMark(stimulusName: string): string {
  return OUTLINES[stimulusClass(stimulusName)] ?? OUTLINES.spontaneous;
}
