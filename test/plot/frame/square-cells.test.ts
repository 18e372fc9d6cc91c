import {expect, test} from "vitest";
import {squareCells} from "../../../lib/plot/frame/square-cells.js";

const {at, box} = squareCells(3, 10, {left: 50, top: 20});

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
