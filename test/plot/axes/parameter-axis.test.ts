import {expect, test} from "vitest";
import {parameterAxis} from "../../../lib/plot/axes/parameter-axis.js";

test("frequencies and contrasts, which go up by factors, lie on a logarithmic axis; directions on a linear one", () => {
  expect(parameterAxis([1, 2, 4, 8, 15], 600).type).toBe("log");
  expect(parameterAxis([0.02, 0.04, 0.08, 0.16, 0.32], 600).type).toBe("log");
  expect(parameterAxis([0, 45, 90, 135, 180, 225, 270, 315], 600).type).toBe("linear");
  expect(parameterAxis([-40, -20, 0, 20, 40], 600).type).toBe("linear");
});

test("the axis leaves a little room around its first and last value, on either scale", () => {
  for (const values of [
    [1, 2, 4, 8, 15],
    [0, 90, 180, 270]
  ]) {
    const {domain} = parameterAxis(values, 600);
    expect(domain[0]).toBeLessThan(values[0]);
    expect(domain[1]).toBeGreaterThan(values.at(-1)!);
    expect(parameterAxis(values, 600).type === "log" ? domain[0] : 1).toBeGreaterThan(0);
  }
});

test("every value has its tick while there is room for its name, and frames of a film never", () => {
  const directions = [0, 45, 90, 135, 180, 225, 270, 315];
  expect(parameterAxis(directions, 600).ticks).toEqual(directions);
  expect(parameterAxis(directions, 100).ticks).toBeUndefined();
  expect(parameterAxis([...Array(118).keys()], 1200).ticks).toBeUndefined();
});

test("a parameter with one value, or none, still has an axis of some length", () => {
  for (const values of [[], [7]]) {
    const {domain} = parameterAxis(values, 600);
    expect(domain[1]).toBeGreaterThan(domain[0]);
  }
});
