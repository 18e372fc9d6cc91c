import {describe, expect, test} from "vitest";
import type {Step} from "../../../lib/plot/frame/readout.js";
import {stepAlong, stepInGrid, stepThrough} from "../../../lib/plot/frame/steps.js";

const steps: Step[] = ["left", "right", "up", "down", "first", "last"];

describe("reading starts with the first thing, whatever key is pressed, and there is none where nothing is", () => {
  test.each(steps)("%s", (step) => {
    expect(stepAlong(3, null, step, 1)).toBe(0);
    expect(stepAlong(0, null, step, 1)).toBe(null);
    expect(stepThrough(["a", "b"], null, step, 1)).toBe("a");
    expect(stepThrough([], null, step, 1)).toBe(null);
    expect(stepInGrid({rows: 2, columns: 3}, null, step, 1)).toEqual({row: 0, column: 0});
    expect(stepInGrid({rows: 0, columns: 3}, null, step, 1)).toBe(null);
    expect(stepInGrid({rows: 2, columns: 0}, null, step, 1)).toBe(null);
  });
});

test.each<[Step, number, along: number, fromTheTop: number]>([
  ["left", 1, 1, 1],
  ["right", 1, 3, 3],
  ["up", 1, 3, 1],
  ["down", 1, 1, 3],
  ["first", 1, 0, 0],
  ["last", 1, 4, 4],
  ["left", 10, 0, 0],
  ["right", 10, 4, 4]
])("from the middle of five things %s by %i leads to %i along an axis, to %i where the first is on top", (...row) => {
  const [step, count, along, fromTheTop] = row;
  expect(stepAlong(5, 2, step, count)).toBe(along);
  expect(stepAlong(5, 2, step, count, "up")).toBe(fromTheTop);
  expect(stepThrough(["a", "b", "c", "d", "e"], "c", step, count)).toBe("abcde"[fromTheTop]);
});

test.each<[Step, number, [row: number, column: number]]>([
  ["left", 1, [1, 1]],
  ["right", 1, [1, 3]],
  ["up", 1, [0, 2]],
  ["down", 1, [2, 2]],
  ["first", 1, [1, 0]],
  ["last", 1, [1, 4]],
  ["right", 10, [1, 4]],
  ["up", 10, [0, 2]]
])("from the middle of a grid %s by %i leads to row and column %j", (step, count, [row, column]) => {
  expect(stepInGrid({rows: 3, columns: 5}, {row: 1, column: 2}, step, count)).toEqual({row, column});
});
