import {responsesOfUnit, type TuningCurve} from "../../analysis/tuning/index.js";
import {structureColor} from "../color/structure-color.js";
import type {UnitTuning} from "./tuning-chart.js";

/**
 * What a tuning curve over one parameter says of one unit, as figures take it, in the colour of the unit's area.
 * @param place of the unit among the curve's columns
 */
export function unitTuning(
  {conditions, mean, sem, n, blank}: TuningCurve,
  place: number,
  unit: {unit_id: number; ecephys_structure_acronym: string | null}
): UnitTuning {
  return {
    unit_id: unit.unit_id,
    color: structureColor(unit.ecephys_structure_acronym),
    values: conditions.map(([value]) => value),
    mean: responsesOfUnit({mean}, place),
    sem: responsesOfUnit({mean: sem}, place),
    n,
    blank: {mean: blank.mean.values[place], sem: blank.sem.values[place], n: blank.n[0]}
  };
}
