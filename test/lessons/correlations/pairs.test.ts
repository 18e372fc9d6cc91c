import {describe, expect, it, vi} from "vitest";
import {chosenPair, pairChartOptions, suggestedPair} from "../../../lib/lessons/correlations/index.js";
import {unit} from "./unit.js";

const units = [unit(11, "VISp"), unit(12, "VISp"), unit(13, null), unit(14, "LGd")];

/** Mean responses of four units to two conditions: 0, 2, 1 and 5 spikes on average. */
const mean = {rows: 2, columns: 4, values: Float64Array.from([0, 1, 1, 4, 0, 3, 1, 6])};

describe("the suggested pair", () => {
  it("is the most correlated of the units that fire at least once in a presentation", () => {
    // (0,1) (0,2) (0,3) (1,2) (1,3) (2,3): the first unit never fires.
    const pairs = Float64Array.of(0.99, 0.9, 0.9, 0.2, 0.3, 0.1);
    expect(suggestedPair(pairs, {mean}, units)).toEqual([units[1], units[3]]);
  });

  it("is the first one where no pair is known", () => {
    expect(suggestedPair(new Float64Array(6).fill(Number.NaN), {mean}, units)).toEqual([units[0], units[1]]);
  });

  it("is none of no units, or of one", () => {
    const none = {rows: 2, columns: 0, values: new Float64Array(0)};
    expect(suggestedPair(new Float64Array(0), {mean: none}, [])).toEqual([undefined, undefined]);
    const one = {rows: 1, columns: 1, values: Float64Array.of(3)};
    expect(suggestedPair(new Float64Array(0), {mean: one}, [units[0]])).toEqual([undefined, undefined]);
  });
});

describe("a chosen pair", () => {
  it("stands where its units do, in either order", () => {
    expect(chosenPair(units, units[1], units[3])).toEqual({first: 1, second: 3, pair: 4});
    expect(chosenPair(units, units[3], units[1])).toEqual({first: 3, second: 1, pair: 4});
  });

  it("of one and the same unit, or of none, is no pair", () => {
    expect(chosenPair(units, units[2], units[2]).pair).toBe(-1);
    expect(chosenPair([], null, null)).toEqual({first: -1, second: -1, pair: -1});
  });
});

describe("a pair in a chart", () => {
  const choose = vi.fn();
  const options = pairChartOptions({kind: "noise", units, limit: 0.5, choose});

  it("is called by its units and their areas", () => {
    expect(options.describe(3)).toBe("12 (VISp) and 13 (no area)");
  });

  it("chooses its two units", () => {
    options.onChoose(5);
    expect(choose).toHaveBeenCalledWith(2, 3);
  });

  it("is drawn up to the same limit above and below 0", () => {
    expect(options).toMatchObject({yLabel: "noise correlation", yDomain: [-0.5, 0.5]});
  });
});
