import {describe, expect, it} from "vitest";
import {accuracyByUnitCount, accuracyByWindow, seededRandom, wilsonInterval} from "../../../lib/analysis/index.js";
import {DataArray} from "../../../lib/array/index.js";
import {population, range, tagged} from "./population.js";

describe("accuracy", () => {
  it("has the interval of Wilson", () => {
    // Newcombe 1998, Statistics in Medicine 17: 857, table I, method 3
    const rounded = (interval: [number, number]) => interval.map((value) => value.toFixed(4));
    expect(rounded(wilsonInterval(81, 263))).toEqual(["0.2553", "0.3662"]);
    expect(rounded(wilsonInterval(15, 148))).toEqual(["0.0624", "0.1605"]);
    expect(rounded(wilsonInterval(0, 20))).toEqual(["0.0000", "0.1611"]);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it("grows with the number of units", async () => {
    const {trials, target} = population({signal: 3, units: 20, trials: 90});
    const options = {unitCounts: [1, 5, 20], choices: 4, random: seededRandom(4)};
    const [one, five, all] = await accuracyByUnitCount(trials, target, options);
    expect(five.mean).toBeGreaterThan(one.mean);
    expect(all.mean).toBeGreaterThan(five.mean);
    expect(all.accuracies).toHaveLength(4);
    expect(all.deviation).toBeLessThan(0.1);
  });

  it("is high in the window in which the population answers, and only there", async () => {
    const {trials, target} = population({signal: 8});
    const random = seededRandom(6);
    const [rows, units] = [trials.rows, trials.columns];
    const values = new Float64Array(rows * 3 * units).map((_, at) => {
      const [row, bin, unit] = [Math.floor(at / (3 * units)), Math.floor(at / units) % 3, at % units];
      return bin === 1 ? trials.values[row * units + unit] : Math.floor(8 * random());
    });
    const coords = {trial: range(0, rows), time: [0, 1, 2], unit: range(0, units)};
    const counts = new DataArray({name: "", dims: ["trial", "time", "unit"], coords, values});
    const windows = [
      [0, 1],
      [1, 2],
      [0, 3]
    ] as const;
    const [before, during, all] = await accuracyByWindow(counts, target, {windows});
    expect(before.accuracy).toBeLessThan(0.55);
    expect(during.accuracy).toBeGreaterThan(0.9);
    expect(all.accuracy).toBeGreaterThan(before.accuracy);
    await expect(accuracyByWindow(counts, target, {windows: [[2, 4]]})).rejects.toEqual(tagged("wrong-argument"));
  });
});
