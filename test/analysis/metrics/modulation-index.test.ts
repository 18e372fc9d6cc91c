import {describe, expect, it} from "vitest";
import {modulationIndex} from "../../../lib/analysis/metrics/modulation-index.js";
import {linspace} from "../../../lib/array/index.js";

describe("the modulation index", () => {
  it("is AllenSDK's", () => {
    expect(modulationIndex([0.1, 0.2, 0.2, 1.1], 2, 4)).toBeCloseTo(0.1389328986, 9);
    expect(modulationIndex(linspace(0.5, 12.1, 50), 8, 1000)).toBeCloseTo(4.993941, 6);
  });

  it("is 0 for a response without variation", () => {
    expect(modulationIndex(new Float64Array(2000), 2, 1000)).toBe(0);
    expect(modulationIndex(new Float64Array(2000).fill(1), 4, 1000)).toBe(0);
  });

  it("is greatest at the frequency of a response that follows the grating", () => {
    const response = Float64Array.from({length: 1999}, (_, i) => 1 + Math.sin((2 * Math.PI * 4 * i) / 1000));
    const [at4, at15] = [4, 15].map((frequency) => modulationIndex(response, frequency, 1000));
    expect(at4).toBeGreaterThan(5);
    expect(at15).toBeLessThan(1);
  });

  it("is not defined above half the sampling rate, or of nothing", () => {
    expect(modulationIndex(linspace(0.5, 12.1, 50), 8, 1)).toBeNaN();
    expect(modulationIndex([], 2, 1000)).toBeNaN();
  });
});
