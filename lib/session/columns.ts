import {type ColumnTable, table} from "arquero";
import type {Column, Columns} from "../array/index.js";
import {columnValues} from "../snapshot/index.js";

/** An arquero table with these columns, in this order. */
export function toTable(columns: Columns): ColumnTable {
  return table(columns, Object.keys(columns));
}

/** The columns of an arquero table as arrays; not copies. */
export function toColumns(source: ColumnTable): Columns {
  return Object.fromEntries(source.columnNames().map((name) => [name, columnValues(source, name) as Column]));
}
