import {describe, expect, it} from "vitest";
import {mergeExtents} from "../../../lib/nwb/remote/merge-extents.js";

describe("extents that are asked for together", () => {
  it("become one request where they overlap, touch or are close, and several where they are long", () => {
    const extents = [
      {start: 50, end: 60},
      {start: 0, end: 10},
      {start: 10, end: 20},
      {start: 55, end: 62},
      {start: 65, end: 70}
    ];
    expect(mergeExtents(extents, 3, 1000)).toEqual([
      {start: 0, end: 20},
      {start: 50, end: 70}
    ]);
    expect(mergeExtents(extents, 0, 8)).toEqual([
      {start: 0, end: 7},
      {start: 7, end: 14},
      {start: 14, end: 20},
      {start: 50, end: 56},
      {start: 56, end: 62},
      {start: 65, end: 70}
    ]);
    expect(mergeExtents([], 0, 8)).toEqual([]);
  });
});
