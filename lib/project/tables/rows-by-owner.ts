import type {Columns} from "../../array/index.js";
import {distinct} from "./columns.js";

/** How many rows of a table belong to each id: those whose foreign key names it. */
export function countRows(ids: ArrayLike<number>, owned: Columns, foreignKey: string): Float64Array {
  const counts = new Map<number, number>();
  for (const id of owned[foreignKey] as Float64Array) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Float64Array.from(ids, (id) => counts.get(id) ?? 0);
}

/**
 * The distinct values, in order of appearance, in the rows that belong to each id; a missing value counts as one (null).
 * @returns null for an id without rows
 */
export function distinctByOwner(
  ids: ArrayLike<number>,
  owned: Columns,
  foreignKey: string,
  column: string
): (unknown[] | null)[] {
  const values = new Map<number, unknown[]>();
  const keys = owned[foreignKey] as Float64Array;
  for (let row = 0; row < keys.length; ++row) {
    const list = values.get(keys[row]);
    if (list) list.push(owned[column][row]);
    else values.set(keys[row], [owned[column][row]]);
  }
  return Array.from(ids, (id) => {
    const list = values.get(id);
    return list ? distinct(list) : null;
  });
}
