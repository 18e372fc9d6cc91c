import {type ColumnTable, table} from "arquero";
import type {Column, Columns} from "../array/index.js";
import {columnValues} from "../snapshot/index.js";

/**
 * An arquero table with these columns, in this order. Where a file names them they are given as a list: an object would put
 * a column that is called "1" before all others.
 */
export function toTable(columns: Columns | readonly (readonly [name: string, column: Column])[]): ColumnTable {
  const list = Array.isArray(columns) ? columns : Object.entries(columns);
  return table(
    Object.fromEntries(list),
    list.map(([name]) => name)
  );
}

/** The columns of an arquero table as arrays; not copies. */
export function toColumns(source: ColumnTable): Columns {
  return Object.fromEntries(source.columnNames().map((name) => [name, columnValues(source, name) as Column]));
}
