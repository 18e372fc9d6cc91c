import {describe, expect, it} from "vitest";
import {f1F0} from "../../../lib/analysis/metrics/f1-f0.js";

describe("F1/F0", () => {
  it("is AllenSDK's", () => {
    expect(f1F0([0, 0, 1, 1, 2, 0, 5, 1], 8, 2, 1)).toBeCloseTo(0.894427190999916, 14);
  });

  it("is 0 for a constant response", () => {
    expect(f1F0(new Array(5 * 256).fill(5), 256, 4, 2)).toBeCloseTo(0, 13);
  });

  it("is 2 for spikes at one phase of the cycle, and half of pi for a half-wave rectified sine", () => {
    const cycle = 1000;
    const locked = Array.from({length: 4 * cycle}, (_, i) => (i % cycle === 250 ? 1 : 0));
    expect(f1F0(locked, locked.length, 2, 2)).toBeCloseTo(2, 12);
    const sine = Array.from({length: 4 * cycle}, (_, i) => Math.max(0, Math.sin((2 * Math.PI * i) / cycle)));
    expect(f1F0(sine, sine.length, 2, 2)).toBeCloseTo(Math.PI / 2, 4);
  });

  it("leaves trials without spikes out of the mean", () => {
    const trial = [0, 0, 1, 1, 2, 0, 5, 1];
    expect(f1F0([...trial, ...new Array(8).fill(0)], 8, 2, 1)).toBe(f1F0(trial, 8, 2, 1));
  });

  it("is not defined without spikes, without bins, or for cycles shorter than a bin", () => {
    expect(f1F0(new Array(5 * 256).fill(0), 256, 4, 2)).toBeNaN();
    expect(f1F0([], 0, 2, 1)).toBeNaN();
    expect(f1F0(new Array(5 * 256).fill(1), 256, 18, 16)).toBeNaN();
  });
});
