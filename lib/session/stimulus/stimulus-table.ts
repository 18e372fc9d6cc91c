import type {ColumnTable} from "arquero";
import type {Column} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import {toTable} from "../columns.js";
import type {PresentedStimuli} from "./presented-stimuli.js";
import {describePresentations} from "./stimulus-presentations.js";

/** Which columns of the presentations to show. */
export interface StimulusTableOptions {
  /** Also the parameters of the drawing (mask, opacity, units, …). */
  includeDetailedParameters?: boolean;
  /** Also columns in which no presentation of the selection has a value. */
  includeUnusedParameters?: boolean;
}

/** The presentations of the named stimuli (all, if null). An unknown name gives a table without rows, and
 * so without used columns but the ids. */
export function stimulusTable(
  stimuli: PresentedStimuli,
  names: readonly string[] | null,
  {includeDetailedParameters = false, includeUnusedParameters = false}: StimulusTableOptions = {}
): ColumnTable {
  const shown = Array.from(columnValues<string>(stimuli.presentations, "stimulus_name"));
  const rows = shown.flatMap((name, row) => (!names || names.includes(name) ? [row] : []));
  const table = describePresentations(stimuli, rows, includeDetailedParameters);
  return includeUnusedParameters ? table : withoutUnusedColumns(table);
}

const ID = "stimulus_presentation_id";

/** The table without the columns that are null in every row, or NaN in every row. */
export function withoutUnusedColumns(table: ColumnTable): ColumnTable {
  const isUnused = (column: ArrayLike<unknown>) => {
    const values = Array.from(column);
    return values.every((value) => value === null) || values.every((value) => Number.isNaN(value));
  };
  const columns = table.columnNames().map((name): [string, Column] => [name, columnValues(table, name) as Column]);
  return toTable(columns.filter(([name, column]) => name === ID || !isUnused(column)));
}
