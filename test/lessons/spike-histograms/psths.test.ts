import {describe, expect, it} from "vitest";
import {meanOverRows} from "../../../lib/index.js";
import {
  areaPsth,
  rowsOfArea,
  suggestedAreas,
  suggestedUnit,
  unitPsth
} from "../../../lib/lessons/spike-histograms/index.js";

const unit = (unit_id: number, acronym: string | null, firing_rate = 1) => ({
  unit_id,
  firing_rate,
  ecephys_structure_acronym: acronym,
  probe_vertical_position: 0,
  probe_description: "probeA"
});
const flashes = [{stimulus_presentation_id: 1, color: 1, start_time: 10, stop_time: 10.25, duration: 0.25}];

describe("the suggested unit", () => {
  it("is the busiest one of the primary visual cortex", () => {
    expect(suggestedUnit([unit(1, "CA1", 30), unit(2, "VISp", 5), unit(3, "VISp", 9)])?.unit_id).toBe(3);
  });

  it("is the busiest of all where that area has none", () => {
    expect(suggestedUnit([unit(1, "CA1", 3), unit(2, null, 4)])?.unit_id).toBe(2);
  });

  it("is none where there are no units", () => {
    expect(suggestedUnit([])).toBeUndefined();
  });
});

describe("areas", () => {
  it("to begin with are the primary visual cortex and the thalamus that feeds it", () => {
    expect(suggestedAreas(["VISp", "LGd", "CA1"])).toEqual(["VISp", "LGd"]);
    expect(suggestedAreas(["VISp", "CA1"])).toEqual(["VISp", "CA1"]);
  });

  it("have the rows of their units", () => {
    expect(rowsOfArea([unit(1, "VISp"), unit(2, null), unit(3, "VISp")], "VISp")).toEqual([0, 2]);
    expect(rowsOfArea([unit(1, "VISp"), unit(2, null)], null)).toEqual([1]);
  });
});

describe("a peristimulus time histogram", () => {
  const response = {name: "bright (color 1)", color: "red", ...meanOverRows([1, 3, 2, 6], 2, [0, 1], 10)};

  it("of a unit says how many presentations each curve is over", () => {
    const {caption} = unitPsth([response], {unit: unit(5, "VISp"), edges: [0, 0.1, 0.2], flashes});
    expect(caption).toBe(
      "Unit 5 in VISp: mean rate ± SEM over presentations, n = 2 bright (color 1), in 2 bins of 100.00 ms."
    );
  });

  it("of no unit, or without flashes, is none", () => {
    const ofNone = unitPsth([response], {unit: null, edges: [0, 1], flashes});
    expect(ofNone).toHaveProperty("empty", expect.stringContaining("No unit"));
    expect(unitPsth([], {unit: unit(5, "VISp"), edges: [0, 1], flashes: []})).toHaveProperty("empty");
  });

  it("of areas without units is none", () => {
    const none = {name: "VISp", color: "red", ...meanOverRows([], 2, [])};
    const described = areaPsth([none], {edges: [0, 0.1, 0.2], flashes, total: 1});
    expect(described).toHaveProperty("empty", expect.stringContaining("No unit"));
  });

  it("of an area with one unit says so", () => {
    const one = {name: "VISp", color: "red", ...meanOverRows([1, 3], 2)};
    expect(areaPsth([one], {edges: [0, 0.1, 0.2], flashes, total: 1}).caption).toContain("VISp, n = 1 unit.");
  });

  it("of areas says how many units each curve is over", () => {
    const {caption} = areaPsth([{...response, name: "VISp"}], {edges: [0, 0.1, 0.2], flashes, total: 3});
    expect(caption).toContain("VISp, n = 2 units");
    expect(caption).toContain("1 of the 3 flashes");
  });
});
