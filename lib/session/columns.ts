import {type ColumnTable, table} from "arquero";
import {columnValues} from "../snapshot/index.js";

/** The values of a column: a typed array of numbers, or an array of anything. */
export type Column =
  | Float64Array
  | Float32Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint32Array
  | Uint16Array
  | Uint8Array
  | readonly unknown[];

/** Columns of equal length by name, in their order. */
export type Columns = Record<string, Column>;

/** The values at the given rows, in their order, in an array of the same kind. */
export function takeRows<C extends Column>(column: C, rows: readonly number[]): C {
  const values = Array.isArray(column)
    ? new Array(rows.length)
    : new (column.constructor as new (n: number) => Float64Array)(rows.length);
  for (let i = 0; i < rows.length; ++i) values[i] = column[rows[i]];
  return values as unknown as C;
}

/** Every column at the given rows. */
export function takeAllRows(columns: Columns, rows: readonly number[]): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, takeRows(column, rows)]));
}

/** An arquero table with these columns, in this order. */
export function toTable(columns: Columns): ColumnTable {
  return table(columns, Object.keys(columns));
}

/** The columns of an arquero table as arrays; not copies. */
export function toColumns(source: ColumnTable): Columns {
  return Object.fromEntries(source.columnNames().map((name) => [name, columnValues(source, name) as Column]));
}
