import type {ColumnTable} from "arquero";
import {bisectCenter} from "d3";
import type {EyeSamples} from "../../session/index.js";
import {columnValues} from "../../snapshot/index.js";
import {countedText, countText} from "../../words/index.js";
import {everyText} from "./every-text.js";
import {NO_EYE} from "./no-eye.js";

/** In which coordinates the gaze can be shown, what the colours of its points can mean, and of which frames. */
export const GAZE_CHOICES = {
  unit: ["cm", "degrees"],
  colorBy: ["time", "stimulus"],
  extent: ["the session", "the frames above"]
} as const;

/** What a reader chose of the gaze. */
export interface GazeChoice {
  unit: (typeof GAZE_CHOICES.unit)[number];
  colorBy: (typeof GAZE_CHOICES.colorBy)[number];
  extent: (typeof GAZE_CHOICES.extent)[number];
}

/**
 * Where on the screen the eye looked, a point for each frame.
 * @param eye the eye over the whole session, at some of the frames
 * @param frames rows of screenGazeData(): the frames that were chosen; none while they are loaded
 * @param first the first of these, counted from the beginning of the film
 */
export function gazeOnScreen(
  eye: EyeSamples,
  {frames, first, unit, colorBy, extent}: GazeChoice & {frames: ColumnTable | null | undefined; first: number}
) {
  if (!eye.present) return NO_EYE;
  const ofSession = extent === "the session";
  const table = ofSession ? eye.table : frames;
  if (!table) return {empty: "Loading the gaze of these frames…", caption: ""};
  const times = columnValues<number>(table, "Time (s)");
  const [x, y] = (unit === "cm" ? ["x_cm", "y_cm"] : ["spherical_x_deg", "spherical_y_deg"]).map((name) =>
    columnValues<number>(table, `raw_screen_coordinates_${name}`)
  );
  const known = Array.from(x).filter(Number.isFinite).length;
  const whose = ofSession ? ofTheSession(eye) : `from frame ${first} on`;
  return {
    data: [{times, x, y, stimuli: stimuliOf(times, eye)}] as const,
    options: {
      unit,
      colorBy,
      ariaLabel: "Where the eye looked on the screen",
      ariaDescription: `${countedText(times.length, "frames")} as points in ${unit}, coloured by ${colorBy}`
    },
    caption: `Raw, in ${unit}: ${countedText(known, "frames")} with a gaze, of ${countText(times.length)} ${whose}. Of both axes the outermost 0.2 % are left out.`
  };
}

/** What was shown at each time: at the sample of the eye that is nearest to it. */
function stimuliOf(times: ArrayLike<number>, {table}: EyeSamples): ArrayLike<string | null> {
  const sampleTimes = columnValues<number>(table, "Time (s)");
  const stimuli = columnValues<string | null>(table, "stimulus_name");
  if (times === sampleTimes) return stimuli;
  return Array.from(times, (time) => stimuli[bisectCenter(sampleTimes, time)]);
}

function ofTheSession({every, frames}: EyeSamples): string {
  if (every === 1) return "of the session";
  return `(${everyText(every)} of the session’s ${countText(frames)})`;
}
