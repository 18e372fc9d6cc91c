import {type Columns, takeAllRows} from "../../array/index.js";
import {renamed, rowCount, without} from "./columns.js";

/**
 * The rows of `left`, each with the columns of the row of `right` whose `id` its foreign key names; a row that belongs to
 * none is left out. Columns of the left table come first. A name that both have gets the suffix of its side, as a merge of
 * pandas gives it.
 * @param right a table whose column `id` holds each id once; the column itself is not taken over
 */
export function joinColumns(
  left: Columns,
  foreignKey: string,
  right: Columns,
  suffixes: readonly [left: string, right: string]
): Columns {
  const rowOf = new Map(Array.from(right.id as ArrayLike<number>, (id, row) => [id, row]));
  const keys = left[foreignKey] as ArrayLike<number>;
  const leftRows: number[] = [];
  const rightRows: number[] = [];
  for (let row = 0; row < rowCount(left); ++row) {
    const match = rowOf.get(keys[row]);
    if (match === undefined) continue;
    leftRows.push(row);
    rightRows.push(match);
  }
  const others = without(right, ["id"]);
  const shared = Object.keys(left).filter((name) => name in others);
  const suffixed = (suffix: string) => Object.fromEntries(shared.map((name) => [name, name + suffix]));
  return {
    ...takeAllRows(renamed(left, suffixed(suffixes[0])), leftRows),
    ...takeAllRows(renamed(others, suffixed(suffixes[1])), rightRows)
  };
}
