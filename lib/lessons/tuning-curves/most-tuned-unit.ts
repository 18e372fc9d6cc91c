import {maxIndex, mean as meanOf} from "d3";
import {responsesOfUnit, tuningCurve} from "../../analysis/tuning/index.js";
import type {DataArray} from "../../array/index.js";
import {type Presentation, parameterInPresentations} from "../presentations/index.js";

/** What is needed to know of a unit. */
interface Unit {
  ecephys_structure_acronym: string | null;
}

/** The area to begin with. */
const FIRST_AREA = "VISp";

/**
 * The unit to begin with: of the primary visual cortex, if it has units, the one whose highest response stands out most
 * from the mean of its responses, in standard errors. Responses are to places on the screen, where they change, else to
 * orientations.
 * @param counts presentations × units
 * @param units in the order of the columns
 * @param parameters that change
 */
export function mostTunedUnit<Row extends Unit>(
  counts: DataArray,
  units: readonly Row[],
  {presentations, parameters}: {presentations: readonly Presentation[]; parameters: readonly string[]}
): Row | undefined {
  const names = firstParameters(parameters);
  const curve = tuningCurve(counts, ...names.map((name) => parameterInPresentations(presentations, name)));
  const among = units.some(inFirstArea) ? inFirstArea : () => true;
  const scores = units.map((unit, column) => {
    if (!among(unit)) return Number.NaN;
    return standsOut(responsesOfUnit(curve, column), responsesOfUnit({mean: curve.sem}, column));
  });
  return units[Math.max(0, maxIndex(scores))];
}

/** The area to begin with: the primary visual cortex or, in a session without it, that of the most tuned unit. */
export function suggestedArea(units: readonly Unit[], mostTuned: Unit | undefined): string | null | undefined {
  return units.some(inFirstArea) ? FIRST_AREA : mostTuned?.ecephys_structure_acronym;
}

function inFirstArea({ecephys_structure_acronym}: Unit): boolean {
  return ecephys_structure_acronym === FIRST_AREA;
}

function firstParameters(parameters: readonly string[]): string[] {
  const places = ["x_position", "y_position"].filter((name) => parameters.includes(name));
  if (places.length > 0) return places;
  return [parameters.includes("orientation") ? "orientation" : parameters[0]];
}

/** How far the highest response lies above the mean of all, in standard errors; 0 if that is unknown. */
function standsOut(mean: Float64Array, sem: Float64Array): number {
  const best = maxIndex(mean);
  return (mean[best] - (meanOf(mean) ?? Number.NaN)) / Math.hypot(sem[best], meanOf(sem) ?? Number.NaN) || 0;
}
