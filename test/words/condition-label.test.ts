import {expect, test} from "vitest";
import {conditionLabel, hasPlace, parameterLabel, varyingParameters} from "../../lib/words/index.js";

const gratings = [0, 45, 90].flatMap((orientation) =>
  [2, 4].map((temporal_frequency) => ({
    stimulus_condition_id: orientation + temporal_frequency,
    stimulus_name: "drifting_gratings",
    contrast: 0.8,
    orientation,
    size: [250, 250],
    temporal_frequency
  }))
);
const blank = {
  stimulus_condition_id: 999,
  stimulus_name: "drifting_gratings",
  contrast: 0.8,
  orientation: null,
  size: [250, 250],
  temporal_frequency: null
};

test("the parameters that vary are those with more than one value, the richest first", () => {
  expect(varyingParameters([...gratings, blank])).toEqual(["orientation", "temporal_frequency"]);
});

test("a condition is called by its varying parameters, with their units", () => {
  expect(conditionLabel(gratings[3], ["orientation", "temporal_frequency"])).toBe(
    "orientation 45°, temporal_frequency 4 Hz"
  );
});

test("a condition without any of them is a blank, and one alone is the only one", () => {
  expect(conditionLabel(blank, ["orientation", "temporal_frequency"])).toBe("blank");
  expect(conditionLabel(blank, varyingParameters([blank]))).toBe("the only condition");
});

test("a flash is called dark or bright, with the number that the file has for it", () => {
  expect(conditionLabel({color: -1}, ["color"])).toBe("dark (color \u22121)");
  expect(conditionLabel({color: 1}, ["color"])).toBe("bright (color 1)");
});

test("a parameter whose name every object of JavaScript has a property of has no unit", () => {
  for (const name of ["constructor", "toString", "valueOf"]) {
    expect(conditionLabel({[name]: 3}, [name])).toBe(`${name} 3`);
    expect(parameterLabel(name)).toBe(name);
  }
});

test("a blank has no place in a grid over two parameters, whatever else varies", () => {
  const varying = ["orientation", "temporal_frequency", "phase"];
  expect(hasPlace(gratings[0], varying)).toBe(true);
  expect(hasPlace(blank, varying)).toBe(false);
});
