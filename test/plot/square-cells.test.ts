import {expect, test} from "vitest";
import type {Step} from "../../lib/plot/readout.js";
import {squareCells} from "../../lib/plot/square-cells.js";

const {at, box, step} = squareCells(3, 10, {left: 50, top: 20});

test("every point of a cell's box is read as that cell, and none outside of the square as any", () => {
  for (let x = 40.5; x < 90; x++) {
    for (let y = 10.5; y < 60; y++) {
      const cell = at(x, y);
      expect(cell !== null).toBe(x > 50 && x < 80 && y > 20 && y < 50);
      if (!cell) continue;
      const {x: left, y: top, width, height} = box(cell);
      expect(left <= x && x < left + width && top <= y && y < top + height).toBe(true);
    }
  }
});

test.each<[Step, number, [row: number, column: number]]>([
  ["left", 1, [1, 0]],
  ["right", 1, [1, 2]],
  ["up", 1, [0, 1]],
  ["down", 1, [2, 1]],
  ["first", 1, [1, 0]],
  ["last", 1, [1, 2]],
  ["right", 10, [1, 2]],
  ["up", 10, [0, 1]]
])("from the middle, %s by %i leads to row and column %j: the edges hold", (way, count, [row, column]) => {
  expect(step({row: 1, column: 1}, way, count)).toEqual({row, column});
});
