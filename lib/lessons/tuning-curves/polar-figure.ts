import {decimalText, roundedText} from "../../words/index.js";
import {type CircularTuning, isFitted, oppositePeak} from "./circular-tuning.js";
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
    caption: `OSI ${decimalText(osi, 3)}${direction}. ${fitText(tuning, period)}${repeated}`
  };
}

function fitText({fit}: CircularTuning, period: 180 | 360): string {
  if (fit && !fit.converged) return "No curve is drawn: the search for the one nearest to the means did not converge.";
  if (!isFitted(fit)) return "All responses are alike, or too few values were shown: there is nothing to fit.";
  const share = oppositePeak(fit);
  const height = share === null ? "as low" : `${share}\u00a0% as high`;
  const opposite = period === 360 ? `the opposite peak is ${height}; ` : "";
  return `The fitted peak is at ${roundedText(fit.preferredDirection % period, 1)}°, with a half-width at half height of ${roundedText(fit.halfWidth, 1)}°; ${opposite}R² = ${decimalText(fit.rSquared, 2)}.`;
}
