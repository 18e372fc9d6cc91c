import {describe, expect, it} from "vitest";
import {isBlankSweep, offeredStimuli, parameterInPresentations} from "../../../lib/lessons/presentations/index.js";

const presentation = (stimulus_name: string, parameters: object) => ({
  stimulus_presentation_id: 1,
  stimulus_condition_id: 1,
  stimulus_name,
  ...parameters
});

describe("the stimuli to choose from", () => {
  it("are those that were shown and counted, in the order of the counts", () => {
    expect(
      offeredStimuli(["gabors", "flashes", "dot_motion"], ["dot_motion", "flashes", "gabors"], ["flashes"])
    ).toEqual(["gabors", "dot_motion"]);
  });

  it("are never none, so that the page can say what is missing", () => {
    expect(offeredStimuli(["gabors"], ["spontaneous"], [])).toEqual(["drifting_gratings"]);
  });
});

describe("a blank sweep", () => {
  const values = {orientation: [0, 90], temporal_frequency: [2], frame: [-1, 0, 1]};

  it("is a grating whose parameters are null", () => {
    const grating = {orientation: 90, temporal_frequency: 2, frame: 0};
    expect(isBlankSweep(presentation("drifting_gratings", grating), values)).toBe(false);
    expect(isBlankSweep(presentation("drifting_gratings", {...grating, orientation: null}), values)).toBe(true);
  });

  it("is not told by a parameter that never varies", () => {
    const grating = {orientation: 90, temporal_frequency: null, frame: 0};
    expect(isBlankSweep(presentation("drifting_gratings", grating), values)).toBe(false);
  });

  it("among natural scenes is frame −1", () => {
    expect(isBlankSweep(presentation("natural_scenes", {frame: -1, orientation: null}), values)).toBe(true);
    expect(isBlankSweep(presentation("natural_scenes", {frame: 0, orientation: null}), values)).toBe(false);
  });
});

describe("the value of a parameter", () => {
  const valuesOf = (stimulus: string, name: string, values: (number | null)[]) =>
    parameterInPresentations(
      values.map((value) => presentation(stimulus, {[name]: value})),
      name
    );

  it("is null in the blank sweeps of gratings", () => {
    expect(valuesOf("drifting_gratings", "orientation", [0, null, 90])).toEqual([0, null, 90]);
  });

  it("is null in the grey screen among natural scenes, which AllenSDK calls frame −1", () => {
    expect(valuesOf("natural_scenes", "frame", [-1, 0, 117])).toEqual([null, 0, 117]);
  });

  it("may be −1 in other stimuli, as the colour of a dark flash is, or a frame of a film", () => {
    expect(valuesOf("flashes", "color", [-1, 1])).toEqual([-1, 1]);
    expect(valuesOf("natural_movie_one", "frame", [-1, null, 3])).toEqual([-1, null, 3]);
  });
});
