import type {Correlogram, LagOptions} from "../../analysis/correlograms/index.js";
import {countText} from "../../words/index.js";
import type {PairOfTrains} from "./pair-of-trains.js";
import {millisecondsText} from "./stretch-text.js";

/** Which of two units tends to fire first, and at which offset their correlation is greatest. */
export function answerFirst(
  correlogram: Correlogram,
  offsets: ArrayLike<number>,
  correlation: ArrayLike<number>,
  {fixedUnit, movingUnit}: PairOfTrains
): string {
  const lag = topLag(correlogram);
  const [which, unit] = lag > 0 ? ["fixed", fixedUnit] : (["moving", movingUnit] as const);
  const offset = offsets[highest(Array.from(correlation, (value) => (Number.isFinite(value) ? value : -1)))];
  const side =
    Math.sign(offset) === -Math.sign(lag) ? "on the other side of zero: shifting undoes the lag" : "near zero";
  const first = `The ${which} unit, ${unit?.unit_id}, fires first: the highest bin is at a lag of ${millisecondsText(lag)} ms.`;
  return `${first} The correlation is greatest at an offset of ${millisecondsText(offset)} ms, ${side}. A highest bin is a bin that happens to be highest; whether it means anything is what the predictors say.`;
}

/** What happens to a correlogram when its units are exchanged. */
export function answerMirror(correlogram: Correlogram, {window}: Required<LagOptions>): string {
  const pairs = countText(correlogram.counts.reduce((sum, count) => sum + count, 0));
  const lag = millisecondsText(topLag(correlogram));
  return `It is mirrored at zero: what came ${lag} ms after now comes as long before. The number of pairs stays: ${pairs} with lags up to ${millisecondsText(window)} ms. So do the counts in each bin, but for pairs whose lag is exactly on an edge. “Per spike of the fixed unit” becomes “per spike of the moving unit”.`;
}

/** The middle of the first of the highest bins (s). */
function topLag({counts, edges}: Correlogram): number {
  const top = highest(counts);
  return (edges[top] + edges[top + 1]) / 2;
}

/** The index of the greatest value, the first of equals. */
function highest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((best, value, k) => (value > values[best] ? k : best), 0);
}
