import type {Columns} from "../../array/index.js";

/** How many rows there are. */
export function rowCount(columns: Columns): number {
  return Object.values(columns)[0]?.length ?? 0;
}

/** The columns under other names, where `names` has one. */
export function renamed(columns: Columns, names: Readonly<Record<string, string>>): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [Object.hasOwn(names, name) ? names[name] : name, column])
  );
}

/** The columns without some of them; names that there are not change nothing. */
export function without(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name)));
}

/** The distinct values in order of appearance; a missing one counts as a value, once. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
