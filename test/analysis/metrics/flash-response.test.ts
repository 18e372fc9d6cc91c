import {describe, expect, it} from "vitest";
import {onOffRatio} from "../../../lib/analysis/metrics/on-off-ratio.js";
import {sustainedIndex} from "../../../lib/analysis/metrics/sustained-index.js";
import {timeToPeak} from "../../../lib/analysis/metrics/time-to-peak.js";

describe("the ratio of on to off", () => {
  it("is the response to light over that to dark flashes", () => {
    expect(onOffRatio(3, 1.5)).toBe(2);
    expect(onOffRatio(0, 2)).toBe(0);
  });

  it("is not defined if dark flashes give no spikes, or were not shown", () => {
    expect(onOffRatio(3, 0)).toBeNaN();
    expect(onOffRatio(3, undefined)).toBeNaN();
    expect(onOffRatio(undefined, 3)).toBeNaN();
  });
});

describe("the sustained index", () => {
  it("is 1 for a response that lasts, and one over the bins for one that fills a single bin", () => {
    expect(sustainedIndex([2, 2, 2, 2])).toBe(1);
    expect(sustainedIndex([0, 8, 0, 0])).toBe(0.25);
    expect(sustainedIndex([0, 0])).toBeNaN();
  });
});

describe("the time to peak", () => {
  it("is the middle of the first bin with the greatest response", () => {
    expect(timeToPeak([0, 3, 1, 3], [0.5, 1.5, 2.5, 3.5])).toBe(1.5);
  });

  it("is the first bin for a silent unit, and not defined without bins", () => {
    expect(timeToPeak([0, 0], [0.5, 1.5])).toBe(0.5);
    expect(timeToPeak([], [])).toBeNaN();
  });
});
