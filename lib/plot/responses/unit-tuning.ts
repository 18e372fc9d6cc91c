import {responsesOfUnit, type TuningCurve} from "../../analysis/tuning/index.js";
import {structureColor} from "../color/structure-color.js";
import type {UnitTuning} from "./tuning-chart.js";

/**
 * What a tuning curve over one parameter says of one unit, as figures take it, in the colour of the unit's area.
 * @param column of the unit among the curve's columns
 */
export function unitTuning(
  {conditions, mean, sem, n, blank}: TuningCurve,
  column: number,
  unit: {unit_id: number; ecephys_structure_acronym: string | null}
): UnitTuning {
  return {
    unit_id: unit.unit_id,
    color: structureColor(unit.ecephys_structure_acronym),
    values: conditions.map(([value]) => value),
    mean: responsesOfUnit({mean}, column),
    sem: responsesOfUnit({mean: sem}, column),
    n,
    blank: {mean: blank.mean.values[column], sem: blank.sem.values[column], n: blank.n[0]}
  };
}
