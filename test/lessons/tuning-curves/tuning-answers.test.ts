import {describe, expect, it} from "vitest";
import {fitDoubleVonMises} from "../../../lib/analysis/tuning/index.js";
import {tuningAnswers} from "../../../lib/lessons/tuning-curves/index.js";
import {tunedOf} from "./responses.js";

// Means of 3 and 10 with standard errors of 1 and 2; 7 / √5 = 3.1.
const tuned = tunedOf([0, 0, 90, 90, null, null], [2, 4, 8, 12, 5, 7]);
const results = {
  parameter: "orientation",
  period: null,
  osi: Number.NaN,
  dsi: Number.NaN,
  fit: null,
  pOfArea: Float64Array.of(0.01, 0.04, 0.05, 0.6),
  pBySeed: [0.01, 0.01, 0.01, 0.01, 0.01],
  permutations: 1000
};

describe("the answers on a tuning curve", () => {
  it("name the preferred value, and how far it stands above the lowest", () => {
    const {preferred} = tuningAnswers(tuned, results);
    expect(preferred).toContain("orientation 90, with 10.00 ± 2.00 spikes per presentation.");
    expect(preferred).toContain("The lowest is 3.00 ± 1.00 at 0: 3.1 standard errors of the difference.");
  });

  it("compare with the grey screen", () => {
    const {blank} = tuningAnswers(tuned, results);
    expect(blank).toContain("In 2 blank sweeps it fired 6.00 ± 1.00 spikes. Its preferred value gives 4.00 more");
    expect(blank).toContain("1 of 2 values give fewer than the grey screen");
    const suppressed = {...tuned, blank: {...tuned.blank!, mean: 12}};
    expect(tuningAnswers(suppressed, results).blank).toContain("Its preferred value gives 2.00 fewer, and 2 of 2");
  });

  it("do not compare with a grey screen that was not shown", () => {
    expect(tuningAnswers(tunedOf([0, 90], [1, 2]), results).blank).toContain("without blank sweeps");
  });

  it("tell a direction from an orientation by the greater index", () => {
    const directions = {...results, period: 360 as const, osi: 0.25};
    expect(tuningAnswers(tuned, {...directions, dsi: 0.5}).selectivity).toBe(
      "OSI is 0.250 and DSI 0.500. The greater DSI means that one direction stands out against its opposite."
    );
    expect(tuningAnswers(tuned, {...directions, dsi: 0.125}).selectivity).toContain(
      "The greater OSI means that the unit responds to opposite directions more alike than to directions at right angles."
    );
  });

  it("say how high the opposite peak of a fitted curve is", () => {
    const directions = Array.from({length: 8}, (_, i) => 45 * i);
    const once = (direction: number) => 5 * Math.exp(2 * (Math.cos((direction * Math.PI) / 180) - 1));
    const fit = fitDoubleVonMises(directions, directions.map(once));
    const {selectivity} = tuningAnswers(tuned, {...results, period: 360, osi: 0.2, dsi: 0.4, fit});
    expect(selectivity).toContain("The fitted peak opposite the higher one is 0\u00a0% as high.");
  });

  it("ask no direction of a standing grating, nor of what is no angle", () => {
    expect(tuningAnswers(tuned, {...results, period: 180, osi: 0.25}).selectivity).toContain("and it is 0.250.");
    expect(tuningAnswers(tuned, {...results, parameter: "contrast"}).selectivity).toMatch(
      /^contrast is not an angle here\./
    );
  });

  it("count what is tuned beside what luck would give", () => {
    expect(tuningAnswers(tuned, results).area).toBe(
      "2 of 4 have p < 0.05. If none were tuned, you would expect 0.2 of them, one in twenty."
    );
  });

  it("say whether the seed matters, and what the least p is", () => {
    const {seeds} = tuningAnswers(tuned, {...results, pBySeed: [0.01, 0.02, 0.01, 0.01, 0.01]});
    expect(seeds).toMatch(/^A little: seeds 1 to 5 give p = 0\.010, 0\.020, 0\.010, 0\.010, 0\.010\./);
    expect(seeds).toContain("With 1,000 permutations no p can be less than 0.0010.");
    expect(tuningAnswers(tuned, results).seeds).toMatch(/^Not for this unit: /);
  });

  it("are none without a curve", () => {
    expect(tuningAnswers(null, results)).toEqual({});
    expect(tuningAnswers(tunedOf([null], [1]), results)).toEqual({});
  });
});
