import {describe, expect, it} from "vitest";
import {meanByAreaPair} from "../../../lib/analysis/correlations/index.js";
import {tuningCurve} from "../../../lib/analysis/tuning/index.js";
import {signalAnswers} from "../../../lib/lessons/signal-correlations/index.js";

const curve = tuningCurve({rows: 5, columns: 1, values: new Float64Array(5)}, [0, 45, 90, 135, 180]);

function answers(values: number[], areas: (string | null)[], shuffled = values.map(() => 0)) {
  const pairs = Float64Array.from(values);
  const byDistance = {mean: Float64Array.of(0), sem: Float64Array.of(0), n: Uint32Array.of(values.length)};
  return signalAnswers({
    pairs,
    shuffledPairs: Float64Array.from(shuffled),
    curve,
    byAreas: meanByAreaPair(pairs, areas),
    byDistance,
    edges: [0, 0.25]
  });
}

describe("the answers", () => {
  it("find more similar pairs than luck gives only where there are more than twice as many", () => {
    const areas = ["VISp", "VISp", "LGd"];
    expect(answers([0.6, 0.7, 0.8], areas, [0.6, 0, 0]).above).toBe(
      "3 of 3 pairs; 1 in the shuffle. There are far more similar pairs than luck alone would give."
    );
    expect(answers([0.6, 0.7, 0.1], areas, [0.6, 0, 0]).above).toContain("Luck alone would give about as many");
  });

  it("compare pairs within an area and between areas, and name the strongest area", () => {
    // (0,1) in VISp, (2,3) in LGd, the four others between.
    const {within} = answers([0.5, 0.1, 0.1, 0.1, 0.1, 0.7], ["VISp", "VISp", "LGd", "LGd"]);
    expect(within).toBe(
      "The mean over pairs within an area is 0.600, between areas 0.100. The strongest within is LGd, 0.700."
    );
  });

  it("do not compare areas where there is one, or where each has one unit", () => {
    expect(answers([0.5], ["VISp", "VISp"]).within).toBe("Only one area is shown. Choose all areas.");
    expect(answers([0.5], ["VISp", "LGd"]).within).toContain("No area has two units");
  });

  it("do not compare distances in one bin", () => {
    expect(answers([0.5], ["VISp", "VISp"]).distance).toBe("There are too few distances to compare.");
  });

  it("say what luck gives with so few conditions: 1/√(k − 1)", () => {
    expect(answers([0.5, 0.1, 0.2], ["VISp", "VISp", "VISp"]).spread).toContain(
      "With the 5 conditions chosen now, that is 0.500"
    );
  });

  it("are one sentence where no pair is known", () => {
    const none = answers([Number.NaN], ["VISp", "VISp"]);
    expect(new Set(Object.values(none))).toEqual(new Set(["There are too few pairs of units to say."]));
  });
});
