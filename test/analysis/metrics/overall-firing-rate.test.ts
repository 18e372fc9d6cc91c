import {describe, expect, it} from "vitest";
import {overallFiringRate, stimulusBlocks} from "../../../lib/analysis/metrics/overall-firing-rate.js";
import {linspace} from "../../../lib/array/index.js";

const blocks = (starts: number[], stops: number[]) => ({
  starts: Float64Array.from(starts),
  stops: Float64Array.from(stops)
});

describe("the overall firing rate", () => {
  it("is spikes over time, in one block or several", () => {
    expect(overallFiringRate(blocks([0], [1]), linspace(0, 10, 100))).toBe(10);
    expect(overallFiringRate(blocks([0, 9], [1, 10]), linspace(0, 10, 101))).toBe(10);
  });

  it("counts a spike at the start of a block, and not one at its stop", () => {
    expect(overallFiringRate(blocks([1], [2]), [1, 2])).toBe(1);
  });

  it("is zero for a silent unit, and not defined over no time", () => {
    expect(overallFiringRate(blocks([0], [1]), [])).toBe(0);
    expect(overallFiringRate(blocks([1], [1]), [1])).toBeNaN();
    expect(overallFiringRate(blocks([1], [0]), [1])).toBeNaN();
    expect(overallFiringRate(blocks([0, 1], [1]), [0.5])).toBeNaN();
  });
});

describe("blocks of a stimulus", () => {
  it("part where presentations begin more than two trials apart", () => {
    const {starts, stops} = stimulusBlocks([0, 2, 6, 6.5, 11], [1, 3, 6.5, 7, 12], 2);
    expect([...starts]).toEqual([0, 11]);
    expect([...stops]).toEqual([7, 12]);
  });

  it("are none without presentations", () => {
    expect(stimulusBlocks([], [], 1)).toEqual({starts: new Float64Array(0), stops: new Float64Array(0)});
  });
});
