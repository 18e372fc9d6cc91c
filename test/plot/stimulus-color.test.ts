import {rgb} from "d3";
import {expect, test} from "vitest";
import {stimulusClass, stimulusClasses, stimulusColorPair} from "../../lib/plot/stimulus-color.js";
import {stimulusMark} from "../../lib/plot/stimulus-mark.js";

test("every class of stimulus has a colour and a mark of its own", () => {
  for (const theme of [0, 1])
    expect(new Set(stimulusClasses.map((name) => stimulusColorPair(name)[theme])).size).toBe(stimulusClasses.length);
  expect(new Set(stimulusClasses.map(stimulusMark)).size).toBe(stimulusClasses.length);
});

test("a variant of a stimulus belongs to the class it varies", () => {
  expect(stimulusClass("drifting_gratings_contrast")).toBe("drifting_gratings");
  expect(stimulusClass("drifting_gratings_75_repeats")).toBe("drifting_gratings");
  expect(stimulusClass("natural_movie_one_more_repeats")).toBe("natural_movie_one");
  expect(stimulusClass("natural_movie_one")).toBe("natural_movie_one");
});

test("a stimulus this project does not know looks like a grey screen", () => {
  expect(stimulusClass("something_new")).toBe("spontaneous");
});

test("stimuli are less colourful than areas, in both themes", () => {
  for (const name of stimulusClasses.filter((each) => each !== "invalid_presentation")) {
    for (const color of stimulusColorPair(name)) {
      const {r, g, b} = rgb(color);
      expect(Math.max(r, g, b) - Math.min(r, g, b), name).toBeLessThan(130);
    }
  }
});
