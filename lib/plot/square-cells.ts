import type {Outline, Step} from "./readout.js";

/** A cell of a square image. */
export interface Cell {
  row: number;
  column: number;
}

/**
 * The cells of a square image of n rows and columns, for `makeReadable`: where each is, which one is at a place, and which one
 * a key leads to from another.
 * @param side of a cell, in pixels
 * @param corner of the image in the figure
 */
export function squareCells(n: number, side: number, corner: {left: number; top: number}) {
  const hold = (place: number) => Math.max(0, Math.min(n - 1, place));
  return {
    box({row, column}: Cell): Outline {
      return {x: corner.left + column * side, y: corner.top + row * side, width: side, height: side};
    },
    at(x: number, y: number): Cell | null {
      const [column, row] = [Math.floor((x - corner.left) / side), Math.floor((y - corner.top) / side)];
      return row >= 0 && column >= 0 && row < n && column < n ? {row, column} : null;
    },
    step({row, column}: Cell, way: Step, count: number): Cell {
      if (way === "first") return {row, column: 0};
      if (way === "last") return {row, column: n - 1};
      if (way === "up" || way === "down") return {row: hold(row + (way === "up" ? -count : count)), column};
      return {row, column: hold(column + (way === "left" ? -count : count))};
    }
  };
}
