import {describe, expect, it} from "vitest";
import {
  answerPairs,
  comparePairs,
  connectionColumns,
  foundConnections,
  openedOnce
} from "../../../lib/lessons/cross-correlations/index.js";
import {randomTrain, run, trainUnit} from "./trains.js";

const units = [trainUnit(1), trainUnit(2), trainUnit(3), trainUnit(4, {probe_description: "probeB"})];
const driver = randomTrain(2000, 400, 1);
const trains = new Map([
  [1, driver],
  [2, randomTrain(2000, 400, 2)],
  [
    3,
    Float64Array.from([...randomTrain(1500, 400, 3), ...driver.subarray(0, 300).map((time) => time + 0.00225)]).sort()
  ],
  [4, randomTrain(2000, 400, 4)]
]);
const comparison = {
  units,
  probes: ["probeA"],
  trainOf: async ({unit_id}: {unit_id: number}) => trains.get(unit_id)!,
  lags: {window: 0.025, binWidth: 0.0005},
  level: 0.01
};

describe("the comparison of all pairs", () => {
  it("finds the planted connection and no other, with its lag and its efficacy", async () => {
    const compared = await comparePairs(comparison, run, {});
    expect(compared.tests).toBe(6);
    const found = foundConnections(compared, [[1, 3]]);
    if ("empty" in found) throw new Error(found.empty);
    expect(found.caption).toBe(
      "1 putative connection among 3 units (6 tests), 1 of them planted, of 1 in all. Choose one to see it in the figures above."
    );
    expect(
      foundConnections(compared, [
        [1, 3],
        [3, 2],
        [1, 77]
      ])
    ).toHaveProperty("caption", expect.stringContaining("1 of them planted, of 2 in all."));
    const [connection] = found.rows;
    expect([connection.presynaptic.unit_id, connection.postsynaptic.unit_id]).toEqual([1, 3]);
    expect(connection.efficacy).toBeGreaterThan(0.13);
    expect(connection.efficacy).toBeLessThan(0.17);
    const columns = connectionColumns((acronym) => acronym ?? "no area");
    expect(columns["lag (ms)"](connection)).toBe("2.25");
    expect(columns["its area"](connection)).toBe("VISp");
    expect(Object.keys(columns)[0]).toBe("presynaptic");
  });

  it("finds nothing among independent units", async () => {
    const compared = await comparePairs(
      {...comparison, units: [units[1], units[3]], probes: ["probeA", "probeB"]},
      run,
      {}
    );
    expect(foundConnections(compared, [])).toEqual({empty: "None among 2 units at a level of 0.01."});
  });

  it("takes the spikes of chosen probes alone, and says how far it is", async () => {
    const asked: number[] = [];
    const told: number[] = [];
    const trainOf = async ({unit_id}: {unit_id: number}) => {
      asked.push(unit_id);
      return trains.get(unit_id)!;
    };
    await comparePairs({...comparison, probes: ["probeB"], trainOf}, run, {onProgress: (part) => told.push(part)});
    expect(asked).toEqual([4]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(1, 12);
  });

  it("ends when it is cancelled", async () => {
    const signal = AbortSignal.abort(new Error("cancelled"));
    await expect(comparePairs(comparison, run, {signal})).rejects.toThrow("cancelled");
  });

  it("is not made unasked", () => {
    expect(foundConnections(null, [])).toEqual({
      empty: "Nothing has been compared yet. Press “Compare all pairs”."
    });
  });
});

describe("the number of tests", () => {
  it("is two for each pair of the units on the chosen probes", () => {
    expect(answerPairs(units, ["probeA"], 0.05, [])).toMatch(
      /^3 units make 3 × 2 = 6 tests, .* a level of 0\.05 would let 0\.3 of them through by chance\. With Bonferroni’s, it is at most 0\.05 in all\.$/
    );
    expect(answerPairs(units, ["probeA", "probeB"], 0.01, [[1, 3]])).toMatch(
      /^4 units make 4 × 3 = 12 .* In this synthetic session 1 connection was planted among the units shown: some strong .*\.$/
    );
  });

  it("is none without units, or for one", () => {
    expect(answerPairs(units, [], 0.01, [])).toMatch(/^0 units make 0 × 0 = 0 tests/);
    expect(answerPairs(units, ["probeB"], 0.01, [])).toMatch(/^1 unit makes 1 × 0 = 0 tests/);
  });
});

it("the session of a probe is opened once", () => {
  const opened: string[] = [];
  const open = openedOnce((name) => opened.push(name));
  expect([open("probeA"), open("probeB"), open("probeA")]).toEqual([1, 2, 1]);
  expect(opened).toEqual(["probeA", "probeB"]);
});
