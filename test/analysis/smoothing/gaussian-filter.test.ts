import {describe, expect, it} from "vitest";
import {gaussianFilter} from "../../../lib/analysis/smoothing/gaussian-filter.js";

describe("a Gaussian filter", () => {
  // scipy.ndimage.gaussian_filter1d 1.17.1
  it.each([
    [
      1,
      [0, 0, 5, 1, 2, 0, 7],
      [
        0.2969482986975538, 1.2733812320668443, 2.3456078616508016, 2.124703434664825, 1.7187749447574678,
        2.6320989996244277, 4.608485228538081
      ]
    ],
    [
      2.5,
      [0, 0, 5, 1, 2, 0, 7],
      [
        1.3361157320060861, 1.4938425457447486, 1.7726107047431654, 2.121169887487251, 2.486016522679405,
        2.8014658334372147, 2.9887787739021263
      ]
    ],
    [1, [1, 4], [2.063156686354122, 2.936843313645878]]
  ])("of %d samples is scipy's, also where it is wider than the values", (sigma, values, expected) => {
    expect([...gaussianFilter(values, sigma)]).toEqual(expected.map((value) => expect.closeTo(value, 14)));
  });

  it("keeps the sum, for what leaves at an end comes back", () => {
    const values = [3, 0, 0, 1, 4, 1, 5, 9, 2, 6];
    expect(gaussianFilter(values, 1.7).reduce((a, b) => a + b, 0)).toBeCloseTo(31, 12);
  });

  it("of no width changes nothing, and never what it is given", () => {
    const values = Float64Array.of(1, 5, 2);
    expect([...gaussianFilter(values, 0)]).toEqual([1, 5, 2]);
    gaussianFilter(values, 1);
    expect([...values]).toEqual([1, 5, 2]);
  });

  it.each([-1, -5, Number.NaN, Number.POSITIVE_INFINITY])("of a width of %d is refused", (sigma) => {
    expect(() => gaussianFilter([1, 5, 2], sigma)).toThrow(
      expect.objectContaining({name: "AnalysisError", tag: "wrong-argument"})
    );
  });
});
