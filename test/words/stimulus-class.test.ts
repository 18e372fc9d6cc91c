import {expect, test} from "vitest";
import {stimulusClass} from "../../lib/words/index.js";

test("a variant of a stimulus belongs to the class it varies", () => {
  expect(stimulusClass("drifting_gratings_contrast")).toBe("drifting_gratings");
  expect(stimulusClass("drifting_gratings_75_repeats")).toBe("drifting_gratings");
  expect(stimulusClass("natural_movie_one_more_repeats")).toBe("natural_movie_one");
  expect(stimulusClass("natural_movie_one")).toBe("natural_movie_one");
});

test("a stimulus this project does not know counts as a grey screen", () => {
  expect(stimulusClass("something_new")).toBe("spontaneous");
});
