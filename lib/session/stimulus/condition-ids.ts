import type {RawValue} from "./raw-presentations.js";

/** What was shown on each presentation: conditions are numbered from 0 in the order in which they first appear. */
export interface ConditionIds {
  /** The condition of each presentation. */
  ids: Int32Array;
  /** The presentation on which each condition was first shown. */
  firstRows: number[];
}

/**
 * Numbers the distinct rows of the given columns. Values are equal as in Python, where AllenSDK numbers them:
 * 1 and true are the same, "0.08" and 0.08 are not.
 */
export function assignConditionIds(columns: readonly RawValue[][], length: number): ConditionIds {
  let ids = new Int32Array(length);
  for (const column of columns) ids = refine(ids, column);
  const firstRows: number[] = [];
  ids.forEach((id, row) => {
    if (id === firstRows.length) firstRows.push(row);
  });
  return {ids, firstRows};
}

/** Splits each group by the values of one more column, and numbers the groups anew in order of appearance. */
function refine(groups: Int32Array, column: readonly RawValue[]): Int32Array<ArrayBuffer> {
  const numbers = new Map<number, Map<RawValue, number>>();
  let count = 0;
  return Int32Array.from(groups, (group, row) => {
    const value = typeof column[row] === "boolean" ? Number(column[row]) : column[row];
    const ofGroup = numbers.get(group) ?? new Map<RawValue, number>();
    const number = ofGroup.get(value) ?? count++;
    numbers.set(group, ofGroup.set(value, number));
    return number;
  });
}
