import {mean} from "d3";
import {greatestPair, indexOfPair, unitsOfPair} from "../../analysis/correlations/index.js";
import {responsesOfUnit, type TuningCurve} from "../../analysis/tuning/index.js";
import type {PlacedUnit} from "../../words/index.js";

/** Units fire at least so often in a presentation, on average over conditions, to be suggested. */
const LEAST_SPIKES = 1;

/**
 * The pair to begin with: the one with the greatest correlation, of units that fire at least once in a presentation.
 * @param pairs a correlation for each pair, in the order of `pairValues`
 * @param curve the responses of the same units
 */
export function suggestedPair<Unit extends PlacedUnit>(
  pairs: Float64Array,
  curve: Pick<TuningCurve, "mean">,
  units: readonly Unit[]
): [Unit | undefined, Unit | undefined] {
  const fires = units.map((_, index) => (mean(responsesOfUnit(curve, index)) ?? 0) >= LEAST_SPIKES);
  const [first, second] = unitsOfPair(Math.max(0, greatestPair(pairs, fires)), units.length);
  return [units[first], units[second]];
}

/**
 * Where two chosen units, and their pair, stand among all: −1 for none.
 * @returns the columns of the units in tables of responses, and the index of the pair in the order of `pairValues`
 */
export function chosenPair<Unit extends PlacedUnit>(units: readonly Unit[], first: Unit | null, second: Unit | null) {
  const [a, b] = [first, second].map((unit) => (unit ? units.indexOf(unit) : -1));
  return {first: a, second: b, pair: indexOfPair(a, b, units.length)};
}
