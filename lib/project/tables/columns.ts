/** The values of a column: numbers, with NaN where there is none, or anything else, with null where there is none. */
export type Column = Float64Array | readonly unknown[];

/** Columns of equal length by name, in their order. */
export type Columns = Record<string, Column>;

/** How many rows there are. */
export function rowCount(columns: Columns): number {
  return Object.values(columns)[0]?.length ?? 0;
}

/** The values at the given rows, in their order, in an array of the same kind. */
export function takeRows(column: Column, rows: ArrayLike<number>): Column {
  const values: unknown[] | Float64Array =
    column instanceof Float64Array ? new Float64Array(rows.length) : new Array(rows.length);
  for (let i = 0; i < rows.length; ++i) values[i] = column[rows[i]];
  return values;
}

/** Every column at the given rows. */
export function takeAllRows(columns: Columns, rows: ArrayLike<number>): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, takeRows(column, rows)]));
}

/** The columns under other names, where `names` has one. */
export function renamed(columns: Columns, names: Readonly<Record<string, string>>): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [names[name] ?? name, column]));
}

/** The columns without some of them; names that there are not change nothing. */
export function without(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name)));
}

/** The distinct values in order of appearance; a missing one counts as a value, once. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
