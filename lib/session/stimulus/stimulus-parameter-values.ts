import type {ColumnTable} from "arquero";
import {toColumns} from "../columns.js";
import {isParameter} from "./stimulus-presentations.js";
import {withoutUnusedColumns} from "./stimulus-table.js";
import {type StimulusValue, sameStimulusValue} from "./stimulus-value.js";

/**
 * The values that each parameter takes in a table of presentations, in order of appearance; unused parameters are left
 * out. Invalid presentations contribute NaN.
 * @param dropNulls whether to leave out null, which otherwise comes last where it occurs
 */
export function stimulusParameterValues(
  presentations: ColumnTable,
  {dropNulls = true}: {dropNulls?: boolean} = {}
): Record<string, StimulusValue[]> {
  const columns = Object.entries(toColumns(withoutUnusedColumns(presentations)));
  return Object.fromEntries(
    columns.flatMap(([name, column]) => {
      if (!isParameter(name)) return [];
      const values = distinct(column as ArrayLike<StimulusValue>);
      const applicable = values.filter((value) => value !== null);
      return [[name, dropNulls || applicable.length === values.length ? applicable : [...applicable, null]]];
    })
  );
}

function distinct(column: ArrayLike<StimulusValue>): StimulusValue[] {
  // The lists of one parameter are shared between its rows, so the set keeps few; equal ones are then told apart by value.
  const values: StimulusValue[] = [];
  for (const value of new Set(Array.from(column))) {
    if (!Array.isArray(value) || !values.some((other) => sameStimulusValue(value, other))) values.push(value);
  }
  return values;
}
