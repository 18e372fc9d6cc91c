// What the arrow keys lead to in a figure. Whatever is read, reading starts with the first thing, and the ends hold.
import type {Step} from "./readout.js";

/**
 * Steps through so many things in a row; left goes back.
 * @param back what else goes back: down where they lie along an axis, up where the first is on top
 * @returns null if there are none
 */
export function stepAlong(
  length: number,
  from: number | null,
  step: Step,
  count: number,
  back: "up" | "down" = "down"
): number | null {
  if (length === 0) return null;
  if (from === null || step === "first") return 0;
  if (step === "last") return length - 1;
  return hold(from + (step === "left" || step === back ? -count : count), length);
}

/** Steps through a list: left and up go back, right and down go on. */
export function stepThrough<Item>(items: readonly Item[], from: Item | null, step: Step, count: number): Item | null {
  const index = stepAlong(items.length, from === null ? null : items.indexOf(from), step, count, "up");
  return index === null ? null : items[index];
}

/** A cell of an image of rows, the first of them on top, and columns. */
export interface Cell {
  row: number;
  column: number;
}

/** Steps through rows and columns; Home and End lead to the ends of the row. */
export function stepInGrid(
  {rows, columns}: {rows: number; columns: number},
  from: Cell | null,
  step: Step,
  count: number
): Cell | null {
  if (rows === 0 || columns === 0) return null;
  if (from === null) return {row: 0, column: 0};
  const {row, column} = from;
  if (step === "up" || step === "down") return {row: hold(row + (step === "up" ? -count : count), rows), column};
  return {row, column: stepAlong(columns, column, step, count)!};
}

/** An index into a row, or that of the end that it lies beyond. */
export function hold(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
