import {describe, expect, it} from "vitest";
import {meanRepeats, parameterCombinations, tunedStimuli} from "../../../lib/lessons/signal-correlations/index.js";

describe("what tuning can be to", () => {
  it("is every two parameters that vary, then each by itself that has three values", () => {
    expect(
      parameterCombinations({orientation: [0, 45, 90], spatial_frequency: [0.02, 0.04], phase: [0, 0.25, 0.5]})
    ).toEqual([
      ["orientation", "spatial_frequency"],
      ["orientation", "phase"],
      ["spatial_frequency", "phase"],
      ["orientation"],
      ["phase"]
    ]);
  });

  it("is one parameter alone where one varies", () => {
    expect(parameterCombinations({frame: [0, 1, 2, 3], size: [250]})).toEqual([["frame"]]);
  });

  it("is not to values that are no numbers", () => {
    expect(
      parameterCombinations({
        orientation: [0, 45, 90],
        size: [
          [250, 250],
          [20, 20]
        ]
      })
    ).toEqual([["orientation"]]);
  });

  it("is nothing for a stimulus that was not shown", () => {
    expect(parameterCombinations({})).toEqual([]);
  });
});

describe("stimuli to correlate tuning over", () => {
  it("have more than two conditions: not flashes, nor the grey screen", () => {
    const all = ["drifting_gratings", "flashes", "natural_movie_one", "spontaneous"];
    expect(tunedStimuli(all, all)).toEqual(["drifting_gratings", "natural_movie_one"]);
  });
});

describe("presentations of a condition", () => {
  it("are counted on average, as a whole number", () => {
    expect(meanRepeats({n: Uint32Array.of(15, 15, 13)})).toBe("14");
  });

  it("are none where there is no condition", () => {
    expect(meanRepeats({n: new Uint32Array(0)})).toBe("no");
  });
});
