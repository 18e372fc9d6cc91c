import {describe, expect, it} from "vitest";
import {meanByAreaPair} from "../../../lib/analysis/correlations/index.js";
import {
  areaPairMeans,
  betweenAreas,
  correlationSpread,
  matrixCaption,
  withinAreas
} from "../../../lib/lessons/correlations/index.js";

const unknown = Number.NaN;

describe("the caption of a matrix", () => {
  const words = {between: ", over", one: "that is constant", several: "that are constant"};
  const of = (correlations: number[], n = [5, 5]) =>
    matrixCaption({correlations: Float64Array.from(correlations), n: Uint32Array.from(n), stimulus: "gabors"}, words);

  it("says how many units, pairs, conditions and presentations there are", () => {
    expect(of([1, 0.5, 0.5, 1])).toBe("2 units, 1 pair, over 2 conditions of gabors, n = 5 presentations each.");
    expect(of([1, 0.5, 0.5, 1], [5, 4, 7])).toContain("3 conditions of gabors, n = 4 to 7 presentations each.");
  });

  it("counts the units that have no correlation with any other", () => {
    const rows = [
      [1, 0.2, unknown, unknown],
      [0.2, 1, unknown, unknown],
      [unknown, unknown, unknown, unknown],
      [unknown, unknown, unknown, unknown]
    ];
    expect(of(rows.flat())).toContain(" Grey: 2 units that are constant.");
    expect(of(rows.slice(0, 3).flatMap((row) => row.slice(0, 3)))).toContain(" Grey: one unit that is constant.");
  });
});

describe("how correlations are spread", () => {
  const spread = (pairs: number[], shuffled: number[]) =>
    correlationSpread(Float64Array.from(pairs), Float64Array.from(shuffled), {kind: "signal", limit: 1, seed: 3});

  it("is told by mean and standard deviation of the pairs that are known, and of the shuffled ones", () => {
    expect(spread([0.1, unknown, -0.3], [0.0004, -0.0006]).caption).toBe(
      "n = 2 pairs: mean −0.100, standard deviation 0.283; shuffled with seed 3, 0.000 and 0.001."
    );
  });

  it("of one pair has no standard deviation", () => {
    expect(spread([0.5], [0.2]).caption).toBe(
      "n = 1 pair: mean 0.500, standard deviation not known; shuffled with seed 3, 0.200 and not known."
    );
  });

  it("of no pair says what would give some", () => {
    expect(spread([unknown], [unknown])).toHaveProperty("empty", expect.stringContaining("Choose another stimulus"));
  });
});

describe("correlations by areas", () => {
  // Four units: (0,1) (0,2) (0,3) (1,2) (1,3) (2,3).
  const values = [0.6, 0.1, 0.2, 0.3, unknown, -0.4];
  const byAreas = meanByAreaPair(values, ["VISp", "VISp", "LGd", "LGd"]);

  it("count the pairs whose correlation is known", () => {
    expect(areaPairMeans(byAreas, "noise").caption).toBe("n = 5 pairs of units that have an area.");
  });

  it("are averaged over pairs, not over areas", () => {
    expect(withinAreas(byAreas)).toBeCloseTo((0.6 - 0.4) / 2, 12);
    expect(betweenAreas(byAreas)).toBeCloseTo((0.1 + 0.2 + 0.3) / 3, 12);
  });

  it("within one area have no mean between areas", () => {
    const one = meanByAreaPair([0.6], ["VISp", "VISp"]);
    expect(withinAreas(one)).toBe(0.6);
    expect(betweenAreas(one)).toBeNaN();
  });

  it("of units in no area are none", () => {
    expect(areaPairMeans(meanByAreaPair([0.6], [null, null]), "signal")).toHaveProperty("empty");
  });
});
