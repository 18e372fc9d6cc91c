import {describe, expect, it} from "vitest";
import {arange, linspace} from "../../lib/array/index.js";

describe("linspace", () => {
  it("includes both ends exactly, and rounds as numpy does between them", () => {
    const edges = linspace(-0.01, 0.4, 200);
    expect(edges).toHaveLength(200);
    expect([edges[0], edges[199]]).toEqual([-0.01, 0.4]);
    expect(edges[1]).toBe(-0.007939698492462312); // numpy.linspace(-0.01, 0.4, 200)[1]
  });

  it("of one number is the start, and of none is empty", () => {
    expect(Array.from(linspace(3, 5, 1))).toEqual([3]);
    expect(linspace(0, 1, 0)).toHaveLength(0);
  });
});

describe("arange", () => {
  it("has numpy's count and rounding", () => {
    expect(arange(0, 0.25, 0.001)).toHaveLength(250);
    expect(arange(-0.1, 0.51, 0.01)).toHaveLength(61);
    expect(arange(-0.1, 0.51, 0.01)[3]).toBe(-0.07000000000000002); // numpy.arange(-0.1, 0.51, 0.01)[3]
    expect(arange(1, 0, 0.1)).toHaveLength(0);
  });
});
