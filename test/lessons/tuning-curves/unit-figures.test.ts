import {describe, expect, it} from "vitest";
import {fitDoubleVonMises, tuningCurve} from "../../../lib/analysis/tuning/index.js";
import {
  combinationGrid,
  countsOfUnit,
  meanByHand,
  polarFigure,
  tuningFigure
} from "../../../lib/lessons/tuning-curves/index.js";
import {drawn} from "../drawn.js";
import {countsOf, presentationsOf, tunedOf} from "./responses.js";

const unit = {unit_id: 7, ecephys_structure_acronym: "VISp"};
const values = [0, 0, 90, 90, 90, null];
const tuned = tunedOf(values, [2, 4, 8, 12, 10, 1]);

const directions = Array.from({length: 8}, (_, i) => 45 * i);
const bump = (direction: number, at: number) => Math.exp(3 * (Math.cos(((direction - at) * Math.PI) / 180) - 1));
const twoPeaks = directions.map((direction) => 1 + 8 * bump(direction, 90) + 4 * bump(direction, 270));
const circular = {parameter: "orientation", osi: 0.25, dsi: 0.125, fit: fitDoubleVonMises(directions, twoPeaks)};

describe("a tuning curve", () => {
  it("says over how many presentations its means are, and how many sweeps were blank", () => {
    const figure = tuningFigure(tuned, {unit, parameter: "orientation", fit: null});
    expect(figure.caption).toBe("Unit 7 in VISp: n = 2 to 3 presentations for each of 2 values, and 1 blank sweeps. ");
    expect(drawn(figure)[0].fit).toBeNull();
  });

  it("names one number where each value was shown as often", () => {
    const figure = tuningFigure(tunedOf([0, 90], [1, 2]), {unit, parameter: "orientation", fit: null});
    expect(figure.caption).toBe("Unit 7 in VISp: n = 1 presentations for each of 2 values. ");
  });

  it("is drawn with the curve that was fitted to it", () => {
    const figure = tuningFigure(tunedOf(directions, twoPeaks), {unit, ...circular});
    expect(figure.caption).toContain("fitted to the means: R² = 1.00, with five numbers for 8 means.");
    expect(drawn(figure)[0].fit?.(90)).toBeCloseTo(9 + 4 * bump(90, 270), 3);
  });

  it("of equal responses has no fit, whatever the search for one ended with", () => {
    const same = directions.map(() => 3);
    const figure = tuningFigure(tunedOf(directions, same), {
      unit,
      parameter: "orientation",
      fit: fitDoubleVonMises(directions, same)
    });
    expect(drawn(figure)[0].fit).toBeNull();
    expect(figure.caption).not.toContain("R²");
  });

  it("is none without a unit, and without presentations", () => {
    expect(tuningFigure(null, {unit: null, parameter: "orientation", fit: null})).toHaveProperty("empty");
    expect(tuningFigure(tunedOf([null], [1]), {unit, parameter: "orientation", fit: null})).toHaveProperty("empty");
  });
});

describe("a circle of responses", () => {
  const around = tunedOf(directions, twoPeaks);

  it("names both indices of selectivity and both peaks of directions", () => {
    const {caption} = polarFigure(around, {stimulus: "drifting_gratings", period: 360, ...circular});
    expect(caption).toMatch(
      /^OSI 0\.250, DSI 0\.125\. The fitted peak is at 90°, with a half-width at half height of /
    );
    expect(caption).toContain("the opposite peak is 50\u00a0% as high; R² = 1.00.");
    expect(caption).toContain("Each value was shown once, so nobody knows how certain that is.");
  });

  it("says between which angles the peak and its width may lie", () => {
    const repeated = tunedOf(
      [...directions, ...directions],
      [...twoPeaks.map((response) => response + 0.5), ...twoPeaks.map((response) => response - 0.5)]
    );
    const {caption} = polarFigure(repeated, {stimulus: "drifting_gratings", period: 360, ...circular});
    expect(caption).toMatch(
      /peak is at 90° \(8\d to 9\d°\), with a half-width at half height of 39[.\d]*° \(\d\d to \d\d°\);/
    );
    expect(caption).toContain("In brackets are 95\u00a0% intervals, from the errors of the means.");
  });

  it("says where the steps between directions leave a width open", () => {
    const narrow = directions.map(
      (direction) => 1 + 8 * Math.exp(30 * (Math.cos(((direction - 90) * Math.PI) / 180) - 1))
    );
    const responses = [...narrow.map((response) => response + 0.5), ...narrow.map((response) => response - 0.5)];
    const {caption} = polarFigure(tunedOf([...directions, ...directions], responses), {
      stimulus: "drifting_gratings",
      period: 360,
      ...circular,
      fit: fitDoubleVonMises(directions, narrow)
    });
    expect(caption).toMatch(/half height of [\d.]+° \(at most \d\d°\);/);
    expect(caption).toContain("A bump between values that are 45° apart may be narrower than any fit can tell.");
  });

  it("of orientations has no direction: its lower half repeats the upper", () => {
    const {caption} = polarFigure(around, {stimulus: "static_gratings", period: 180, ...circular});
    expect(caption).toMatch(/^OSI 0\.250\. The fitted peak is at 90°/);
    expect(caption).not.toContain("opposite peak");
    expect(caption).toContain("the lower half repeats the upper");
  });

  it("without a fit says that there is nothing to fit", () => {
    const {caption} = polarFigure(around, {stimulus: "drifting_gratings", period: 360, ...circular, fit: null});
    expect(caption).toBe(
      "OSI 0.250, DSI 0.125. All responses are alike, or too few values were shown: there is nothing to fit."
    );
  });

  it("with a fit that did not converge says so, and draws none", () => {
    const fit = {...circular.fit!, converged: false};
    const {caption} = polarFigure(around, {stimulus: "drifting_gratings", period: 360, ...circular, fit});
    expect(caption).toContain("did not converge");
    expect(caption).not.toContain("fitted peak");
    const figure = tuningFigure(tunedOf(directions, twoPeaks), {unit, ...circular, fit});
    expect(drawn(figure)[0].fit).toBeNull();
    expect(figure.caption).not.toContain("R²");
  });

  it("is none for a parameter that is no angle", () => {
    const figure = polarFigure(tuned, {
      stimulus: "gabors",
      period: null,
      osi: Number.NaN,
      dsi: Number.NaN,
      parameter: "x_position",
      fit: null
    });
    expect(figure.empty).toContain("x_position of gabors is not an angle");
  });
});

describe("a grid of two parameters", () => {
  const counts = countsOf([
    [5, 1],
    [5, 3],
    [5, 10],
    [5, 20]
  ]);
  const choice = {unit, column: 1, stimulus: "drifting_gratings", parameter: "orientation"};

  it("has the mean response of the unit to each combination that was shown", () => {
    const both = tuningCurve(counts, [0, 0, 90, 90], [2, 2, 2, 4]);
    const figure = combinationGrid(both, {...choice, second: "temporal_frequency"});
    const cells = drawn(figure)[0].map(({condition, value, n}) => {
      const {orientation, temporal_frequency} = condition;
      return {orientation, temporal_frequency, value, n};
    });
    expect(cells).toEqual([
      {orientation: 0, temporal_frequency: 2, value: 2, n: 2},
      {orientation: 90, temporal_frequency: 2, value: 10, n: 1},
      {orientation: 90, temporal_frequency: 4, value: 20, n: 1}
    ]);
    expect(figure.caption).toBe("Unit 7 in VISp: 3 conditions, n = 1 to 2 presentations each.");
  });

  it("is none where one parameter varies, and without a unit", () => {
    const both = tuningCurve(counts, [0, 0, 90, 90], [2, 2, 2, 4]);
    expect(combinationGrid(null, {...choice, second: null})).toHaveProperty("empty");
    expect(combinationGrid(both, {...choice, unit: null, second: "temporal_frequency"})).toHaveProperty("empty");
  });
});

describe("the counts of a unit", () => {
  const presentations = presentationsOf(values);
  const counts = countsOf([2, 4, 8, 12, 10, 1].map((count) => [99, count]));

  it("stand beside the parameters that change, without the block", () => {
    const table = countsOfUnit(counts, 1, {presentations, parameters: ["orientation", "stimulus_block"]});
    expect(table.columnNames()).toEqual(["stimulus_presentation_id", "orientation", "spike_count"]);
    expect(table.object(3)).toEqual({stimulus_presentation_id: 3, orientation: 90, spike_count: 12});
    expect(table.numRows()).toBe(6);
  });

  it("give by hand the mean at the preferred value", () => {
    // (8 + 12 + 10) / 3, and a standard deviation of 2 over √3
    const byHand = meanByHand(counts, 1, {tuned, parameter: "orientation", values});
    expect(byHand).toBe("at orientation 90, 3 presentations have 30 spikes, which is a mean of 10.00 ± 1.15");
  });

  it("of a single presentation have no standard error", () => {
    const byHand = meanByHand(countsOf([[1], [6]]), 0, {
      tuned: tunedOf([0, 90], [1, 6]),
      parameter: "orientation",
      values: [0, 90]
    });
    expect(byHand).toBe("at orientation 90, 1 presentation has 6 spikes, which is a mean of 6.00");
  });

  it("without a unit are none", () => {
    const none = countsOf([]);
    expect(countsOfUnit(none, -1, {presentations: [], parameters: []}).numRows()).toBe(0);
    expect(meanByHand(none, -1, {tuned: null, parameter: "orientation", values: []})).toBe("");
  });
});
