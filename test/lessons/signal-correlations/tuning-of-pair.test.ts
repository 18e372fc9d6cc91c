import {describe, expect, it} from "vitest";
import {pairValues, pearsonCorrelation, signalCorrelations} from "../../../lib/analysis/index.js";
import {responsesOfUnit, tuningCurve} from "../../../lib/analysis/tuning/index.js";
import {signalByDistance, signalMatrix, tuningOfPair} from "../../../lib/lessons/signal-correlations/index.js";
import {unit} from "../correlations/unit.js";

const units = [unit(11, "VISp"), unit(12, "LGd"), unit(13, null)];
/** Four presentations of two orientations at two frequencies; the third unit never varies. */
const counts = {rows: 4, columns: 3, values: Float64Array.from([1, 2, 3, 5, 4, 3, 2, 8, 3, 9, 9, 3])};
const over = ["orientation", "temporal_frequency"];
const curve = tuningCurve(counts, [0, 0, 90, 90], [1, 2, 1, 2]);
const correlations = await signalCorrelations(curve.mean);
const pairs = pairValues(correlations);

function described(a: number, b: number, names = over) {
  const byHand = pearsonCorrelation(responsesOfUnit(curve, a), responsesOfUnit(curve, b));
  const colorOf = (acronym: string | null) => `color of ${acronym}`;
  return tuningOfPair(pairs, {units, first: units[a], second: units[b], curve, over: names, byHand, colorOf});
}

describe("one pair", () => {
  it("has the same correlation in the matrix and by hand", () => {
    const r = pairs[0].toFixed(3);
    expect(described(0, 1).caption).toBe(
      `Units 11 in VISp and 12 in LGd: signal correlation ${r} over 4 conditions; by hand, r = ${r}. The curves are means over temporal_frequency, so the conditions themselves are only in the points.`
    );
    expect(described(1, 0).caption).toContain(`signal correlation ${r} over`);
  });

  it("over one parameter has curves that are the conditions", () => {
    expect(described(0, 1, ["orientation"]).caption).not.toContain("means over");
  });

  it("says so where one of the two never varies", () => {
    expect(described(0, 2).caption).toContain("13 in no area: no correlation, as one of the two responds to all");
  });

  it("of one unit with itself says so", () => {
    expect(described(1, 1).caption).toBe("These are one and the same unit. Choose another one.");
  });

  it("has a tuning curve for each unit, and a point for each condition", () => {
    const {tunings, responses} = described(0, 1);
    expect(tunings.map(({index, options}) => [index, options.label])).toEqual([
      [0, "spikes of unit 11 (VISp)"],
      [1, "spikes of unit 12 (LGd)"]
    ]);
    expect("data" in responses && responses.data.map((values) => Array.from(values))).toEqual([
      [1, 5, 2, 9],
      [2, 4, 8, 9]
    ]);
    expect("options" in responses && responses.options.nameOf(2)).toBe("orientation 90, temporal_frequency 1");
    expect("options" in responses && responses.options.yColor).toBe("color of LGd");
  });

  it("of no unit has no figures but a sentence", () => {
    const byHand = {r: Number.NaN, p: Number.NaN, n: 0};
    const none = tuningOfPair(pairs, {units, first: null, second: null, curve, over, byHand, colorOf: String});
    expect(none).toMatchObject({tunings: [], caption: ""});
    expect(none.responses).toHaveProperty("empty");
  });
});

describe("the matrix", () => {
  it("of units without a correlation is a sentence", () => {
    const unknown = new Float64Array(9).fill(Number.NaN);
    expect(
      signalMatrix({correlations: unknown, n: curve.n, units, pairs: pairValues(unknown), stimulus: "gabors", over})
    ).toHaveProperty("empty");
  });
});

describe("signal correlation against distance", () => {
  it("is drawn up to two and a half standard deviations, and never beyond 1", () => {
    const limit = (values: number[]) => {
      const chart = signalByDistance(Float64Array.from(values), Float64Array.of(0.1, 0.1, 0.1), {
        units,
        edges: [0, 0.25],
        byDistance: {mean: Float64Array.of(0), sem: Float64Array.of(0), n: Uint32Array.of(3)},
        choose: () => {}
      });
      return "options" in chart && chart.options.yDomain;
    };
    expect(limit([-0.1, 0, 0.1])).toEqual([-0.3, 0.3]);
    expect(limit([-0.9, 0, 0.9])).toEqual([-1, 1]);
  });
});
