import {describe, expect, it} from "vitest";
import {depthCaption, qualityCaption, qualityMetrics, unitDepths} from "../../../lib/lessons/units/index.js";

const unit = {
  unit_id: 1,
  snr: 2.345,
  firing_rate: 7.06,
  isi_violations: 0.1,
  amplitude_cutoff: 0.01,
  presence_ratio: 0.99,
  d_prime: 4
};
const choice = {kept: 12, snrAbove: 4, rateAbove: 0, ranges: {}};

describe("the measures of quality", () => {
  it("have the limits of AllenSDK's default filters", () => {
    const limits = qualityMetrics([unit]).flatMap((metric) => ("limit" in metric ? [[metric.name, metric.limit]] : []));
    expect(limits).toEqual([
      ["isi_violations", 0.5],
      ["amplitude_cutoff", 0.1],
      ["presence_ratio", 0.95]
    ]);
  });

  it("have a value for each unit", () => {
    expect(qualityMetrics([unit, {...unit, snr: 9}])[0].values).toEqual([2.345, 9]);
    expect(qualityMetrics([])[0].values).toEqual([]);
  });
});

describe("what is said of the units that are kept", () => {
  it("names the thresholds and the ranges that are set, and no others", () => {
    expect(qualityCaption(1028, choice)).toMatch(/^n = 1,028 units; strong are the 12 that are kept, with snr > 4\. /);
    expect(qualityCaption(50, {...choice, rateAbove: 2, ranges: {d_prime: [1.23456, 3]}})).toContain(
      "with snr > 4, a firing rate above 2 spikes/s, d_prime from 1.23 to 3. "
    );
  });

  it("is said of their depths, too", () => {
    expect(depthCaption(1, 6, choice)).toBe(
      "1 unit passes the default quality filters, on 6 probes; strong dots are the 12 with snr > 4."
    );
    expect(depthCaption(1, 6, {...choice, rateAbove: 1, ranges: {snr: [1, 2]}})).toMatch(
      /snr > 4 and a firing rate above 1 spikes\/s, and within your ranges below\.$/
    );
  });
});

it("a unit is read out with its signal to noise and its rate", () => {
  expect(unitDepths([unit], [], 1).describe(unit)).toBe("snr 2.35, 7.1 spikes/s");
});
