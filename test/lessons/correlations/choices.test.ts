import {describe, expect, it} from "vitest";
import {isBlankSweep, offeredAreas, offeredStimuli, unitsOfArea} from "../../../lib/lessons/correlations/index.js";
import {unit} from "./unit.js";

const table = (rows: object[]) => ({objects: () => rows});

describe("the units to choose from", () => {
  const units = table([
    {...unit(1, "LGd")},
    {...unit(2, "VISp"), probe_vertical_position: 100},
    {...unit(3, null)},
    {...unit(4, "VISp"), probe_vertical_position: 300}
  ]);

  it("are all, by area and from the surface down, or those of one area", () => {
    const ids = (area: string | null) => unitsOfArea(units, area).map(({unit_id}) => unit_id);
    expect(ids("all areas")).toEqual([4, 2, 1, 3]);
    expect(ids("LGd")).toEqual([1]);
    expect(ids(null)).toEqual([3]);
    expect(ids("CA1")).toEqual([]);
  });

  it("lie in the areas that are offered, all of them first", () => {
    expect(offeredAreas(units)).toEqual(["all areas", "VISp", "LGd", null]);
    expect(offeredAreas(table([]))).toEqual(["all areas"]);
  });
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
  const presentation = (stimulus_name: string, parameters: object) => ({
    stimulus_presentation_id: 1,
    stimulus_condition_id: 1,
    stimulus_name,
    ...parameters
  });
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
