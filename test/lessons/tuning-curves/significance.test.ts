import {describe, expect, it} from "vitest";
import {seededRandom} from "../../../lib/analysis/statistics/index.js";
import {tuningCurve, tuningSignificance} from "../../../lib/analysis/tuning/index.js";
import {
  areaPanels,
  PANEL_ORDERS,
  pValueHistogram,
  significanceBySeed
} from "../../../lib/lessons/tuning-curves/index.js";
import {drawn} from "../drawn.js";
import {countsOf, tunedOf} from "./responses.js";

const values = [0, 0, 90, 90];
// In order: prefers 90 and is tuned, prefers 0 and is tuned, prefers 0 and is not.
const curve = tuningCurve(
  countsOf([
    [1, 9, 5],
    [1, 9, 3],
    [8, 2, 4],
    [8, 2, 1]
  ]),
  values
);
const pValues = Float64Array.of(0.4, 0.002, 0.01);
const tuningOf = (column: number) => tunedOf(values, [1, 1, 1, 1], column);
const described = {
  area: "VISp",
  stimulus: "drifting_gratings",
  parameter: "orientation",
  curve,
  columns: [2, 0, 1],
  pValues
};

describe("the panels of an area", () => {
  it.each([
    ["p-value", [0, 1, 2]],
    ["preferred value", [1, 0, 2]], // those that are not tuned stand last
    ["depth", [2, 0, 1]]
  ] as const)("can stand in the order of %s", (order, expected) => {
    const [panels] = drawn(areaPanels(tuningOf, {...described, order}));
    expect(panels.map(({unit_id}) => unit_id)).toEqual(expected);
  });

  it("have an order for each that the page offers", () => {
    for (const order of PANEL_ORDERS) expect(drawn(areaPanels(tuningOf, {...described, order}))[0]).toHaveLength(3);
  });

  it("stress the units whose p is less than 0.05, and say how many these are", () => {
    const figure = areaPanels(tuningOf, {...described, order: "depth"});
    expect(drawn(figure)[0].map(({stressed, detail}) => [stressed, detail])).toEqual([
      [false, "p = 0.400"],
      [true, "p = 0.002"],
      [true, "p = 0.010"]
    ]);
    expect(figure.caption).toBe("2 of the 3 units of VISp are; orientation of drifting_gratings along each panel.");
  });

  it("are the first 120 of an area with more units, and the caption says so", () => {
    const columns = Array.from({length: 130}, (_, column) => column);
    const many = {...described, columns, pValues: new Float64Array(130).fill(0.05)};
    const figure = areaPanels(tuningOf, {...many, order: "depth"});
    expect(drawn(figure)[0]).toHaveLength(120);
    expect(figure.caption).toMatch(/^0 of the 130 units of VISp are, and the first 120 units in this order are drawn;/);
  });

  it("are none without units, and none without a presentation", () => {
    const noUnits = {...described, columns: [], pValues: new Float64Array(0)};
    expect(areaPanels(tuningOf, {...noUnits, order: "p-value"})).toMatchObject({caption: ""});
    const notShown = {...described, curve: tuningCurve(countsOf([[1, 2, 3]]), [null])};
    expect(areaPanels(tuningOf, {...notShown, order: "p-value"})).toHaveProperty("empty");
  });
});

describe("the histogram of p-values", () => {
  it("has a first bin of those that are less than 0.05", () => {
    const figure = pValueHistogram(Float64Array.of(0.001, 0.049, 0.05, 1, Number.NaN), {
      area: null,
      permutations: 1000,
      seed: 3
    });
    const counts = drawn(figure)[0].counts;
    expect(counts).toHaveLength(20);
    expect([counts[0], counts[1], counts[19]]).toEqual([2, 1, 1]);
    expect(figure.caption).toBe("n = 5 units of no area, 1,000 permutations each, seed 3.");
  });

  it("is none without units", () => {
    expect(pValueHistogram(new Float64Array(0), {area: "VISp", permutations: 1000, seed: 1})).toHaveProperty("empty");
  });
});

describe("the p-value of one unit", () => {
  it("with each seed is the one that the unit has when permuted by itself", async () => {
    const rows = Array.from({length: 12}, (_, row) => [row, (row * 5) % 7]);
    const shown = rows.map((_, row) => row % 3);
    const bySeed = await significanceBySeed(countsOf(rows), 1, shown, 99);
    const own = countsOf(rows.map(([, count]) => [count]));
    for (const [i, seed] of [1, 2, 3, 4, 5].entries()) {
      const [p] = await tuningSignificance(own, [shown], {random: seededRandom(seed), permutations: 99});
      expect(bySeed[i]).toBe(p);
    }
    expect(bySeed).toHaveLength(5);
  });
});
