import {describe, expect, it} from "vitest";
import {meanByBin, pairDistances} from "../../../lib/analysis/correlations/index.js";
import {distanceChart, distanceEdges, nearAndFarText, unitPosition} from "../../../lib/lessons/correlations/index.js";
import {unit} from "./unit.js";

describe("where a unit lies", () => {
  it("is its three coordinates", () => {
    expect(unitPosition(unit(1, "VISp", [7400, 1200, 2600]))).toEqual([7400, 1200, 2600]);
  });

  it("is unknown where the tables have −1 or 0", () => {
    expect(unitPosition(unit(1, "VISp", [-1, 0, 2600]))).toEqual([Number.NaN, Number.NaN, 2600]);
  });
});

describe("bins of distance", () => {
  it("hold every pair, in steps of 0.25 mm, or of 0.5 mm where units lie far apart", () => {
    expect(distanceEdges(Float64Array.of(0.1, 0.6))).toEqual([0, 0.25, 0.5, 0.75]);
    expect(distanceEdges(Float64Array.of(4.2))).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5]);
  });

  it("are none where no place is known", () => {
    expect(distanceEdges(Float64Array.of(Number.NaN))).toEqual([0]);
    expect(distanceEdges(new Float64Array(0))).toEqual([0]);
  });
});

describe("correlation against distance", () => {
  const chart = (places: number[][], values: number[]) => {
    const units = places.map((place, i) => unit(i, "VISp", place));
    const pairs = Float64Array.from(values);
    const distances = pairDistances(units.map(unitPosition)).map((distance) => distance / 1000);
    const edges = distanceEdges(distances);
    const means = [{name: "mean", color: "red", edges, ...meanByBin(distances, pairs, edges)}];
    return distanceChart(pairs, distances, means, {kind: "signal", units, limit: 0.6, choose: () => {}});
  };

  it("says how many pairs are in bins of which width", () => {
    const places = [
      [1000, 1000, 1000],
      [1000, 1000, 1300],
      [-1, -1, -1]
    ];
    expect(chart(places, [0.3, 0.2, 0.1]).caption).toBe(
      "n = 1 pair, in bins of 0.25 mm. Pairs beyond ±0.6 count in the means, but are not drawn. Each unit is in many pairs, so pairs are not independent, and the SEM is too small."
    );
  });

  it("of units whose places are not known says so", () => {
    const nowhere = [-1, -1, -1];
    expect(chart([nowhere, nowhere], [0.3])).toHaveProperty("empty", expect.stringContaining("no positions"));
  });
});

describe("near and far pairs", () => {
  const edges = [0, 0.25, 0.5, 0.75];
  const means = (n: number[], mean: number[]) => ({
    mean: Float64Array.from(mean),
    sem: new Float64Array(n.length),
    n: Uint32Array.from(n)
  });

  it("are those of the first bin and the last one", () => {
    expect(nearAndFarText(means([10, 5, 8], [0.2, 0, -0.1]), edges)).toBe(
      "Below 0.25 mm the mean is 0.200; from 0.5 to 0.75 mm it is −0.100."
    );
  });

  it("leave out bins with a twentieth of the pairs of the fullest, or fewer", () => {
    expect(nearAndFarText(means([100, 6, 5], [0.2, 0.1, -0.1]), edges)).toBe(
      "Below 0.25 mm the mean is 0.200; from 0.25 to 0.5 mm it is 0.100."
    );
  });

  it("cannot be told where one bin holds all", () => {
    expect(nearAndFarText(means([10, 0, 0], [0.2, Number.NaN, Number.NaN]), edges)).toBeNull();
    expect(nearAndFarText(means([], []), [0])).toBeNull();
  });
});
