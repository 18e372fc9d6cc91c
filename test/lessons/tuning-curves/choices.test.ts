import {describe, expect, it} from "vitest";
import {
  mostTunedUnit,
  suggestedArea,
  suggestedSecond,
  tunableParameters,
  tunableStimuli
} from "../../../lib/lessons/tuning-curves/index.js";
import {countsOf, presentationsOf} from "./responses.js";

const inArea = (unit_id: number, ecephys_structure_acronym: string | null) => ({unit_id, ecephys_structure_acronym});

describe("the stimuli to choose from", () => {
  it("are those that were shown and counted, in the order of the site's list, without the grey screen", () => {
    const counted = ["drifting_gratings", "flashes", "spontaneous", "dot_motion"];
    expect(tunableStimuli(counted, ["spontaneous", "flashes", "drifting_gratings", "a film"])).toEqual([
      "drifting_gratings",
      "flashes"
    ]);
  });

  it("are the usual one in a session that showed none of them", () => {
    expect(tunableStimuli(["flashes"], ["spontaneous"])).toEqual(["drifting_gratings"]);
  });
});

describe("the parameters that a unit can be tuned to", () => {
  it("have more than one number", () => {
    const values = {orientation: [0, 45, null], contrast: [0.8], frame: [1, Number.NaN], mask: ["circle", "none"]};
    expect(tunableParameters(values)).toEqual(["orientation"]);
  });

  it("come in pairs where they are the two coordinates of a place", () => {
    expect(suggestedSecond("x_position")).toBe("y_position");
    expect(suggestedSecond("y_position")).toBe("x_position");
    expect(suggestedSecond("orientation")).toBe("temporal_frequency");
  });
});

describe("the unit to begin with", () => {
  const presentations = presentationsOf([0, 0, 90, 90, 180, 180]);
  const parameters = ["orientation"];
  const flat = [4, 6, 4, 6, 4, 6];
  const tuned = [1, 2, 1, 2, 9, 10];
  const sharper = [1, 2, 1, 2, 19, 20];
  const counts = countsOf(flat.map((_, row) => [flat[row], tuned[row], sharper[row]]));

  it("has the highest response that stands out most, in standard errors", () => {
    const units = [inArea(1, "VISp"), inArea(2, "VISp"), inArea(3, "VISp")];
    expect(mostTunedUnit(counts, units, {presentations, parameters})).toBe(units[2]);
  });

  it("is one of the primary visual cortex, if there are any, and its area is the one to begin with", () => {
    const units = [inArea(1, "VISp"), inArea(2, "VISp"), inArea(3, "LGd")];
    const first = mostTunedUnit(counts, units, {presentations, parameters});
    expect(first).toBe(units[1]);
    expect(suggestedArea(units, first)).toBe("VISp");
  });

  it("is of any area in a session without that cortex", () => {
    const units = [inArea(1, "CA1"), inArea(2, null), inArea(3, "LGd")];
    const first = mostTunedUnit(counts, units, {presentations, parameters});
    expect(first).toBe(units[2]);
    expect(suggestedArea(units, first)).toBe("LGd");
  });

  it("is chosen by places on the screen, where these change", () => {
    // The first unit answers to one of four places, the second to an orientation wherever it is.
    const places = [0, 1, 2, 3].flatMap((place) =>
      [0, 90].map((orientation) => ({
        stimulus_presentation_id: 2 * place + Number(orientation === 90),
        stimulus_condition_id: 2 * place + Number(orientation === 90),
        stimulus_name: "gabors",
        orientation,
        x_position: place % 2,
        y_position: Math.floor(place / 2)
      }))
    );
    const byPlace = countsOf(
      places.map(({x_position, y_position, orientation}) => [
        x_position && y_position ? 9 + orientation / 90 : orientation / 90,
        orientation / 9
      ])
    );
    const units = [inArea(1, "VISp"), inArea(2, "VISp")];
    const all = ["orientation", "x_position", "y_position"];
    expect(mostTunedUnit(byPlace, units, {presentations: places, parameters: all})).toBe(units[0]);
    expect(mostTunedUnit(byPlace, units, {presentations: places, parameters: ["orientation"]})).toBe(units[1]);
  });

  it("is none where there are no units", () => {
    const first = mostTunedUnit(countsOf([]), [], {presentations: [], parameters: ["orientation"]});
    expect(first).toBeUndefined();
    expect(suggestedArea([], first)).toBeUndefined();
  });
});
