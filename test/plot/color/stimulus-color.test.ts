import {rgb} from "d3";
import {expect, test} from "vitest";
import {stimulusColorPair} from "../../../lib/plot/color/stimulus-color.js";
import {stimulusMark} from "../../../lib/plot/color/stimulus-mark.js";
import {STIMULUS_CLASSES} from "../../../lib/words/index.js";

test("every class of stimulus has a colour and a mark of its own", () => {
  for (const theme of [0, 1])
    expect(new Set(STIMULUS_CLASSES.map((name) => stimulusColorPair(name)[theme])).size).toBe(STIMULUS_CLASSES.length);
  expect(new Set(STIMULUS_CLASSES.map(stimulusMark)).size).toBe(STIMULUS_CLASSES.length);
});

test("stimuli are less colourful than areas, in both themes", () => {
  for (const name of STIMULUS_CLASSES.filter((each) => each !== "invalid_presentation")) {
    for (const color of stimulusColorPair(name)) {
      const {r, g, b} = rgb(color);
      expect(Math.max(r, g, b) - Math.min(r, g, b), name).toBeLessThan(130);
    }
  }
});
