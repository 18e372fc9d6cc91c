import {describe, expect, it} from "vitest";
import {parameterColumns, parametersToDecode} from "../../../lib/lessons/population-decoding/index.js";
import {presentationsOf} from "./trials.js";

const named = (presentations: ReturnType<typeof presentationsOf>) =>
  parametersToDecode(presentations).map(({id, name}) => [id, name]);

describe("the second matrix", () => {
  it("has the columns of presentations that are no times and no names", () => {
    expect(parameterColumns(presentationsOf([{orientation: 0, contrast: 0.8, stimulus_condition_id: 4}]))).toEqual([
      "orientation",
      "contrast",
      "stimulus_condition_id"
    ]);
  });

  it("has none without presentations", () => {
    expect(parameterColumns([])).toEqual([]);
  });
});

describe("what can be decoded", () => {
  it("are the parameters that change: the usual ones first, the condition last", () => {
    const presentations = presentationsOf([
      {stimulus_condition_id: 1, contrast: 0.1, phase: 0, orientation: 0, size: 250},
      {stimulus_condition_id: 2, contrast: 0.8, phase: 0.5, orientation: 90, size: 250}
    ]);
    expect(named(presentations)).toEqual([
      ["orientation", "orientation"],
      ["phase", "phase"],
      ["contrast", "contrast"],
      ["stimulus_condition_id", "stimulus_condition_id"]
    ]);
  });

  it("are of directions also their orientations", () => {
    const presentations = presentationsOf([{orientation: 0}, {orientation: 225}, {orientation: null}]);
    const [direction, orientation] = parametersToDecode(presentations);
    expect(named(presentations)).toEqual([
      ["orientation", "orientation (direction, deg)"],
      ["axis", "orientation modulo 180 (deg)"]
    ]);
    expect([direction.isDirection, orientation.isDirection]).toEqual([true, false]);
    expect(presentations.map(direction.of)).toEqual([0, 225, null]);
    expect(presentations.map(orientation.of)).toEqual([0, 45, null]);
  });

  it("are numbers: what a blank presentation or a text has is none", () => {
    const presentations = presentationsOf([{phase: 0}, {phase: 0.5}, {phase: Number.NaN}, {phase: "[0, 1]"}]);
    expect(presentations.map(parametersToDecode(presentations)[0].of)).toEqual([0, 0.5, null, null]);
  });

  it("is nothing where nothing changes", () => {
    for (const presentations of [[], presentationsOf([{color: 1}, {color: 1}])]) {
      const [only, ...others] = parametersToDecode(presentations);
      expect(only.name).toBe("nothing to decode");
      expect(presentations.map(only.of).filter((value) => value !== null)).toEqual([]);
      expect(others).toEqual([]);
    }
  });
});
