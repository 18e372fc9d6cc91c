import {describe, expect, it} from "vitest";
import {runningModulation} from "../../../lib/analysis/metrics/running-modulation.js";

const SPEEDS = [0, 0, 2, 2.5, 3];

describe("running modulation", () => {
  it.each([
    ["less when running", [3, 3, 1.5, 1.5, 0.9], 0.013559949584378913, -0.5666666666666667],
    ["half when running, always", [3, 3, 1.5, 1.5, 1.5], 0, -0.5],
    ["about the same", [3, 3, 1.5, 5.5, 2.5], 0.9024099927051468, 0.052631578947368376]
  ])("of a unit that fires %s is AllenSDK's", (_, counts, pValue, modulation) => {
    const own = runningModulation(counts, SPEEDS);
    expect(own.pValue).toBeCloseTo(pValue, 13);
    expect(own.modulation).toBeCloseTo(modulation, 14);
  });

  it("is zero, with no p, for a unit that fires the same on every trial", () => {
    const {pValue, modulation} = runningModulation([1, 1, 1, 1, 1], SPEEDS);
    expect(pValue).toBeNaN();
    expect(modulation).toBeCloseTo(0);
  });

  it("is not defined without spikes, or with fewer than two trials of running or standing", () => {
    const undefinedModulation = {pValue: Number.NaN, modulation: Number.NaN};
    expect(runningModulation([0, 0, 0, 0, 0], SPEEDS)).toEqual(undefinedModulation);
    expect(runningModulation([1, 2, 3], [0, 0, 5])).toEqual(undefinedModulation);
    expect(runningModulation([1, 2, 3], [5, 5, 0])).toEqual(undefinedModulation);
    expect(runningModulation([1, 2], [0, 0, 5])).toEqual(undefinedModulation);
  });

  it("takes a mouse whose speed is not known to stand", () => {
    const unknown = runningModulation([3, 3, 1.5, 5.5, 2.5], [Number.NaN, Number.NaN, 2, 2.5, 3]);
    expect(unknown).toEqual(runningModulation([3, 3, 1.5, 5.5, 2.5], SPEEDS));
  });

  it("takes a mouse at the threshold to run", () => {
    expect(runningModulation([0, 0, 4, 4], [0, 0, 1, 1]).modulation).toBe(1);
  });
});
