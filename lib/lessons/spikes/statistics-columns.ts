import {type ColumnTable, escape as ofRow} from "arquero";
import type {PlacedUnit} from "../../words/index.js";
import type {PresentedStimulus} from "./presented-stimulus.js";

/** A table of units with the area of each, beside its id. */
export function withAreas(table: ColumnTable, units: readonly PlacedUnit[]): ColumnTable {
  const areas = new Map(units.map((unit) => [unit.unit_id, unit.ecephys_structure_acronym]));
  const area = ofRow((row: {unit_id: number}) => areas.get(row.unit_id) ?? null);
  return table.derive({ecephys_structure_acronym: area}).relocate("ecephys_structure_acronym", {after: "unit_id"});
}

/** A table of conditions with the value of each parameter that varies. */
export function withParameters(
  table: ColumnTable,
  {conditions, varying}: Pick<PresentedStimulus, "conditions" | "varying">
): ColumnTable {
  const byId = new Map(conditions.map((condition) => [condition.stimulus_condition_id, condition]));
  const parameter = (name: string) =>
    ofRow((row: {stimulus_condition_id: number}) => byId.get(row.stimulus_condition_id)?.[name] ?? null);
  return table.derive(Object.fromEntries(varying.map((name) => [name, parameter(name)])));
}
