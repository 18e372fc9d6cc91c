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
export function takeRows<C extends Column>(column: C, rows: ArrayLike<number>): C {
  const values = Array.isArray(column)
    ? new Array(rows.length)
    : new (column.constructor as new (n: number) => Float64Array)(rows.length);
  for (let i = 0; i < rows.length; ++i) values[i] = column[rows[i]];
  return values as unknown as C;
}

/** Every column at the given rows. */
export function takeAllRows(columns: Columns, rows: ArrayLike<number>): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, takeRows(column, rows)]));
}
