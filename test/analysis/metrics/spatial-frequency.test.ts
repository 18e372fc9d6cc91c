import {describe, expect, it} from "vitest";
import {spatialFrequencyDiscrimination} from "../../../lib/analysis/metrics/spatial-frequency-discrimination.js";
import {fitSpatialFrequencyTuning} from "../../../lib/analysis/metrics/spatial-frequency-tuning.js";

const FREQUENCIES = [0.02, 0.04, 0.08, 0.16, 0.32];

describe("a fit to spatial frequency tuning", () => {
  it.each([
    [[2.69565217, 3.91836735, 2.36734694, 1.52, 2.21276596], 1, [0.22704947, 0.02340878, Number.NaN, Number.NaN]],
    [[1.14285714, 0.73469388, 7.44, 13.6, 11.6], 3, [3.29014184, 0.19564168, 0.08, Number.NaN]],
    [[2.24, 1.83333333, 1.68, 1.87755102, 1.87755102], 0, [0, 0.02, Number.NaN, 0.32]]
  ])("to %j is AllenSDK's", (responses, best, expected) => {
    const {preferredIndex, preferredFrequency, lowCutoff, highCutoff} = fitSpatialFrequencyTuning(
      responses,
      FREQUENCIES,
      best
    );
    [preferredIndex, preferredFrequency, lowCutoff, highCutoff].forEach((value, i) => {
      if (Number.isNaN(expected[i])) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(expected[i], 4);
    });
  });

  it("ends near the least sum of squares, with scipy 1.17.1 and AllenSDK's own test on its way there", () => {
    const responses = [2.69565217, 3.91836735, 2.36734694, 1.52, 2.21276596];
    const {preferredIndex} = fitSpatialFrequencyTuning(responses, FREQUENCIES, 1);
    const [least, scipy, ofAllen] = [0.22699731, 0.22705132, 0.22704947];
    for (const other of [scipy, ofAllen]) expect(Math.abs(preferredIndex - other)).toBeLessThan(1e-5);
    expect(Math.abs(preferredIndex - least)).toBeLessThan(1e-4);
  });

  it("prefers the frequency of the Gaussian that the responses lie on", () => {
    const responses = FREQUENCIES.map((_, i) => 10 * Math.exp(-((i - 2.3) ** 2) / (2 * 0.8 ** 2)));
    const {preferredIndex, preferredFrequency} = fitSpatialFrequencyTuning(responses, FREQUENCIES, 2);
    expect(preferredIndex).toBeCloseTo(2.3, 6);
    expect(preferredFrequency).toBeCloseTo(0.02 * 2 ** 2.3, 6);
  });
});

describe("spatial frequency discrimination", () => {
  it("is AllenSDK's for a recorded unit", () => {
    const trials = [
      12, 4, 8, 32, 4, 0, 4, 8, 24, 40, 32, 8, 20, 28, 24, 28, 0, 4, 4, 24, 16, 8, 16, 4, 0, 4, 24, 4, 12, 20, 0, 12, 0,
      16
    ];
    const responses = [18.08333, 19.8333, 28.333, 14.8, 9.617];
    expect(spatialFrequencyDiscrimination(responses, trials, 5)).toBeCloseTo(0.4402349784724991, 14);
  });

  it("is 1 for tuning without any variation of trials, and 0 without tuning", () => {
    expect(spatialFrequencyDiscrimination([1, 5], [3, 3, 3, 3], 2)).toBe(1);
    expect(spatialFrequencyDiscrimination([2, 2], [1, 3, 2, 2], 2)).toBe(0);
  });
});
