import type {Correlation} from "../../analysis/statistics/index.js";
import {responsesOfUnit, type TuningCurve} from "../../analysis/tuning/index.js";
import {countedText, decimalText, type PlacedUnit, structureName} from "../../words/index.js";
import {chosenPair, hasCorrelations, NO_PAIRS} from "../correlations/index.js";

/** What the figures of one pair are of. */
export interface PairTuning<Unit extends PlacedUnit> {
  /** All units, in the order of the columns of the curve. */
  units: readonly Unit[];
  first: Unit | null;
  second: Unit | null;
  curve: TuningCurve;
  /** The parameters that tuning is to. */
  over: readonly string[];
  /** The correlation of the two units, computed anew. */
  byHand: Correlation;
  /** The colour of an area. */
  colorOf: (acronym: string | null) => string;
}

/**
 * The tuning curves of two units over the first parameter, and their responses against each other.
 * @param pairs the signal correlation of each pair
 */
export function tuningOfPair<Unit extends PlacedUnit>(
  pairs: Float64Array,
  {units, first, second, curve, over, byHand, colorOf}: PairTuning<Unit>
) {
  if (!first || !second || !hasCorrelations(pairs)) return {tunings: [], responses: NO_PAIRS, caption: ""};
  const chosen = chosenPair(units, first, second);
  const [x, y] = [chosen.first, chosen.second].map((index) => responsesOfUnit(curve, index));
  const areaOf = (unit: Unit) => structureName(unit.ecephys_structure_acronym);
  return {
    tunings: [first, second].map((unit) => ({
      unit,
      index: units.indexOf(unit),
      options: {
        parameter: over[0],
        label: `spikes of unit ${unit.unit_id} (${areaOf(unit)})`,
        ariaLabel: `Tuning of unit ${unit.unit_id} to ${over[0]}`
      }
    })),
    responses: {
      data: [x, y] as const,
      options: {
        xLabel: `spikes of unit ${first.unit_id}`,
        yLabel: `spikes of unit ${second.unit_id}`,
        xColor: colorOf(first.ecephys_structure_acronym),
        yColor: colorOf(second.ecephys_structure_acronym),
        points: "conditions",
        nameOf: (condition: number) => over.map((name, k) => `${name} ${curve.conditions[condition][k]}`).join(", "),
        ariaLabel: `Mean responses of units ${first.unit_id} and ${second.unit_id}, condition by condition`
      },
      caption: ""
    },
    caption:
      first === second
        ? "These are one and the same unit. Choose another one."
        : `Units ${first.unit_id} in ${areaOf(first)} and ${second.unit_id} in ${areaOf(second)}: ${correlationText()}.${over.length > 1 ? ` The curves are means over ${over[1]}, so the conditions themselves are only in the points.` : ""}`
  };

  function correlationText(): string {
    if (Number.isNaN(byHand.r)) return "no correlation, for one of the two answers all conditions alike";
    return `signal correlation ${decimalText(pairs[chosen.pair], 3)} over ${countedText(curve.conditions.length, "conditions")}; by hand, r = ${decimalText(byHand.r, 3)}`;
  }
}
