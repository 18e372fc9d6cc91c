import {describe, expect, it} from "vitest";
import {
  conditionRepeats,
  epochTimeline,
  parameterValuesText
} from "../../../lib/lessons/stimulus-presentations/index.js";

const grating = (stimulus_condition_id: number, orientation: number | null, temporal_frequency: number | null = 2) => ({
  stimulus_condition_id,
  stimulus_name: "drifting_gratings",
  orientation,
  temporal_frequency
});

describe("how often each condition was shown", () => {
  it("is bars over the one parameter that changes, with a blank sweep told in words", () => {
    const shown = conditionRepeats(
      "drifting_gratings",
      [grating(1, 0), grating(2, 45), grating(3, null)],
      [
        {stimulus_condition_id: 1, n: 15},
        {stimulus_condition_id: 2, n: 14},
        {stimulus_condition_id: 3, n: 1}
      ]
    );
    expect(shown).toMatchObject({isGrid: false});
    expect("data" in shown && shown.data![0].map(({value}) => value)).toEqual([15, 14, 1]);
    expect(shown.caption).toBe(
      "3 conditions of drifting_gratings, 30 presentations. Shown over orientation; not drawn, because without it: blank (1 presentation)."
    );
  });

  it("is a grid over the two parameters with most values", () => {
    const conditions = [grating(1, 0, 1), grating(2, 45, 1), grating(3, 90, 2)];
    const shown = conditionRepeats("drifting_gratings", conditions, [{stimulus_condition_id: 1, n: 2000}]);
    expect(shown).toMatchObject({isGrid: true});
    expect(shown.caption).toContain("2,000 presentations. Shown over orientation and temporal_frequency.");
  });

  it("counts a condition that was never shown as 0", () => {
    const shown = conditionRepeats("drifting_gratings", [grating(1, 0), grating(2, 45)], []);
    expect("data" in shown && shown.data![0].map(({n}) => n)).toEqual([0, 0]);
  });

  it("has no figure where no parameter changes", () => {
    expect(conditionRepeats("spontaneous", [grating(1, null)], [])).toHaveProperty(
      "empty",
      "spontaneous has one condition: no parameter of it changes."
    );
    expect(conditionRepeats("gabors", [], [])).toHaveProperty("empty", expect.stringContaining("no conditions"));
  });
});

describe("the values of a parameter in words", () => {
  it("ascend, whatever their order in the session, and leave out NaN", () => {
    expect(parameterValuesText("orientation", [135, 45, Number.NaN, 0])).toBe("0, 45, 135");
  });

  it("are the names of colours for flashes alone", () => {
    expect(parameterValuesText("color", [1, -1], "flashes")).toBe("dark (color −1), bright (color 1)");
    expect(parameterValuesText("color", [1, -1])).toBe("-1, 1");
  });

  it("of many values are how many, and the first and the last", () => {
    const frames = Array.from({length: 1800}, (_, frame) => 1799 - frame);
    expect(parameterValuesText("frame", frames)).toBe("1,800 values, from 0 to 1799");
  });

  it("that are lists stand in brackets", () => {
    expect(parameterValuesText("size", [[250, 250]])).toBe("[250, 250]");
  });
});

describe("the timeline", () => {
  it("lasts from the first presentation to the last", () => {
    const epochs = [
      {stimulus_name: "gabors", start_time: 60, stop_time: 300, duration: 240, stimulus_block: 0},
      {stimulus_name: "flashes", start_time: 300, stop_time: 660, duration: 360, stimulus_block: 1}
    ];
    expect(epochTimeline(epochs, ["gabors", "flashes"], "flashes").caption).toMatch(
      /^2 epochs of 2 kinds of stimulus over 10 minutes.*; flashes is stressed/
    );
  });

  it("of no epochs lasts 0 minutes", () => {
    expect(epochTimeline([], [], "flashes").caption).toContain("over 0 minutes");
  });
});
