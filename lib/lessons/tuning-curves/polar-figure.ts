import {decimalText} from "../../words/index.js";
import type {CircularTuning} from "./circular-tuning.js";
import {fitText} from "./fit-text.js";
import {hasCurve, type TunedUnit} from "./tuned-unit.js";

/** The tuning of a unit to an angle, around a circle. */
export function polarFigure(tuned: TunedUnit | null, {stimulus, ...tuning}: CircularTuning & {stimulus: string}) {
  const {parameter, period, osi, dsi} = tuning;
  if (!period || !hasCurve(tuned)) {
    return {
      empty: `${parameter} of ${stimulus} is not an angle in even steps around the circle. Choose the orientation of drifting_gratings or static_gratings.`,
      caption: ""
    };
  }
  const direction = period === 360 ? `, DSI ${decimalText(dsi, 3)}` : "";
  const repeated =
    period === 180 ? " A standing grating is the same after half a turn, so the lower half repeats the upper." : "";
  return {
    data: [tuned] as const,
    options: {parameter, period, ariaLabel: `Tuning of unit ${tuned.unit_id} to ${parameter}, around a circle`},
    caption: `OSI ${decimalText(osi, 3)}${direction}. ${fitText(tuned, tuning, period)}${repeated}`
  };
}
