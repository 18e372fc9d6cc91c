import type {Outline, Step} from "./readout.js";
import {type Cell, stepInGrid} from "./steps.js";

/**
 * The cells of a square image of n rows and columns, for `makeReadable`: where each is, which one is at a place, and which one
 * a key leads to from another.
 * @param side of a cell, in pixels
 * @param corner of the image in the figure
 */
export function squareCells(n: number, side: number, corner: {left: number; top: number}) {
  return {
    box({row, column}: Cell): Outline {
      return {x: corner.left + column * side, y: corner.top + row * side, width: side, height: side};
    },
    at(x: number, y: number): Cell | null {
      const [column, row] = [Math.floor((x - corner.left) / side), Math.floor((y - corner.top) / side)];
      return row >= 0 && column >= 0 && row < n && column < n ? {row, column} : null;
    },
    step(from: Cell | null, way: Step, count: number): Cell | null {
      return stepInGrid({rows: n, columns: n}, from, way, count);
    }
  };
}
