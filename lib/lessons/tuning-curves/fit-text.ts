import {type DoubleVonMises, doubleVonMisesIntervals, NARROWEST_HALF_WIDTH} from "../../analysis/tuning/index.js";
import {decimalText, roundedText} from "../../words/index.js";
import {type CircularTuning, isFitted, oppositePeak} from "./circular-tuning.js";
import type {TunedUnit} from "./tuned-unit.js";

/** A half-width beyond this is open: the bump is as good as none (degrees). */
const BROADEST = 88;

/** What was fitted to the responses around a circle, in words, and how well the responses determine it. */
export function fitText(tuned: TunedUnit, {fit}: CircularTuning, period: 180 | 360): string {
  if (fit && !fit.converged) return "No curve is drawn: the search for the one nearest to the means did not converge.";
  if (!isFitted(fit)) return "All responses are alike, or too few values were shown: there is nothing to fit.";
  const {preferredDirection, halfWidth} = intervalsOf(tuned, fit, period);
  const share = oppositePeak(fit);
  const height = share === null ? "as low" : `${share}\u00a0% as high`;
  const opposite = period === 360 ? `the opposite peak is ${height}; ` : "";
  const peak = `${roundedText(fit.preferredDirection % period, 1)}°${directionRange(preferredDirection, period)}`;
  const width = `${roundedText(fit.halfWidth, 1)}°${widthRange(halfWidth)}`;
  return `The fitted peak is at ${peak}, with a half-width at half height of ${width}; ${opposite}R² = ${decimalText(fit.rSquared, 2)}. ${intervalText(halfWidth, spacing(tuned.values))}`;
}

function intervalsOf({values, mean, sem}: TunedUnit, fit: DoubleVonMises, period: 180 | 360) {
  const turns = period === 180 ? [0, 180] : [0];
  return doubleVonMisesIntervals(fit, {
    directions: turns.flatMap((turn) => values.map((value) => value + turn)),
    responses: turns.flatMap(() => Array.from(mean)),
    sem: turns.flatMap(() => Array.from(sem)),
    copies: turns.length
  });
}

function directionRange([low, high]: readonly [number, number], period: 180 | 360): string {
  if (Number.isNaN(low)) return "";
  if (high - low > 179) return " (it could be any)";
  const [from, to] = [low, high].map((degrees) => roundedText((Math.round(degrees) + 2 * period) % period, 0));
  return ` (${from} to ${to}°)`;
}

function widthRange([low, high]: readonly [number, number]): string {
  if (Number.isNaN(low)) return "";
  const [isOpenBelow, isOpenAbove] = [low <= NARROWEST_HALF_WIDTH, high >= BROADEST];
  if (isOpenBelow && isOpenAbove) return " (it could be any)";
  if (isOpenBelow) return ` (at most ${Math.ceil(high)}°)`;
  return isOpenAbove ? ` (at least ${Math.floor(low)}°)` : ` (${Math.floor(low)} to ${Math.ceil(high)}°)`;
}

function intervalText([low]: readonly [number, number], apart: number): string {
  if (Number.isNaN(low)) return "Each value was shown once, so nobody knows how certain that is.";
  const narrow =
    low <= NARROWEST_HALF_WIDTH
      ? ` A bump between values that are ${roundedText(apart, 1)}° apart may be narrower than any fit can tell.`
      : "";
  return `In brackets are 95\u00a0% intervals, from the errors of the means.${narrow}`;
}

/** The least distance of two values (degrees). */
function spacing(values: readonly number[]): number {
  return Math.min(...values.slice(1).map((value, i) => value - values[i]));
}
