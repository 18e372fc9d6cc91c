import {type Columns, takeAllRows} from "../../array/index.js";
import {without} from "./columns.js";
import {joinColumns} from "./join-columns.js";

/**
 * Units with their analysis metrics: the rows of `units` that have any, in their order, with the columns of both. The first
 * column is ecephys_unit_id.
 * @param units a table of units, as unitTable gives it
 * @param metrics the columns of a file of analysis metrics, as they stand in it
 */
export function annotatedMetrics(units: Columns, metrics: Columns): Columns {
  const right = {id: metrics.ecephys_unit_id, ...without(metrics, ["ecephys_unit_id"])};
  return joinColumns({ecephys_unit_id: units.id, ...without(units, ["id"])}, "ecephys_unit_id", right, ["_x", "_y"]);
}

/** The rows whose value in a column of numbers is among the given ones. */
export function rowsWith(columns: Columns, name: string, values: ReadonlySet<number>): Columns {
  const rows: number[] = [];
  (columns[name] as Float64Array).forEach((value, row) => {
    if (values.has(value)) rows.push(row);
  });
  return takeAllRows(columns, rows);
}
