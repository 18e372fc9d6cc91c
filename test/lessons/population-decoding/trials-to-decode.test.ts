import {describe, expect, it} from "vitest";
import {seededRandom} from "../../../lib/analysis/statistics/index.js";
import {DataArray} from "../../../lib/array/index.js";
import {
  drawAtRandom,
  firstCounts,
  firstParameters,
  possibleFolds,
  presentationsToDecode
} from "../../../lib/lessons/population-decoding/index.js";
import {presentationsOf} from "./trials.js";

const tenths = Array.from({length: 100}, (_, i) => i / 10);

describe("what is drawn at random", () => {
  it("is all of a list that is short enough, and then no random number is used", () => {
    const unused = () => {
      throw new Error("a random number was drawn");
    };
    expect(drawAtRandom(["a", "b"], 2, unused)).toEqual(["a", "b"]);
    expect(drawAtRandom([], 2, unused)).toEqual([]);
  });

  it("keeps the order of the list, and has each item once", () => {
    const drawn = drawAtRandom(tenths, 30, seededRandom(4));
    expect(drawn).toHaveLength(30);
    expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
  });

  it("has every item about as often as any other", () => {
    const random = seededRandom(1);
    const times = new Map<number, number>();
    for (let i = 0; i < 2000; i++) {
      for (const item of drawAtRandom([0, 1, 2, 3, 4], 2, random)) times.set(item, (times.get(item) ?? 0) + 1);
    }
    // 800 each, with a standard deviation of 22
    for (let item = 0; item < 5; item++) expect(Math.abs(times.get(item)! - 800)).toBeLessThan(110);
  });
});

describe("the presentations to decode", () => {
  const presentations = presentationsOf(
    [90, 0, null, 45, 0, 90, 45, 0].map((orientation) => ({orientation}))
  ).toReversed();
  const orientation = {of: (row: Record<string, unknown>) => row.orientation as number | null};
  const idsOf = (rows: {stimulus_presentation_id: number}[]) => rows.map((row) => row.stimulus_presentation_id);

  it("are those that have the parameter, in the order of time", () => {
    const all = {mostValues: 8, mostTrials: 100, random: seededRandom(1)};
    expect(idsOf(presentationsToDecode(presentations, orientation, all))).toEqual([0, 1, 3, 4, 5, 6, 7]);
  });

  it("are of the lowest values, where there are more than asked for", () => {
    const two = {mostValues: 2, mostTrials: 100, random: seededRandom(1)};
    expect(idsOf(presentationsToDecode(presentations, orientation, two))).toEqual([1, 3, 4, 6, 7]);
  });

  it("are at most so many of each value", () => {
    const few = {mostValues: 8, mostTrials: 2, random: seededRandom(1)};
    const values = presentationsToDecode(presentations, orientation, few).map(orientation.of);
    expect(values.toSorted((a, b) => a! - b!)).toEqual([0, 0, 45, 45, 90, 90]);
  });

  it("leave out those whose beginning is not known", () => {
    const unknown = presentationsOf([{orientation: 0, start_time: Number.NaN}, {orientation: 0}]);
    const all = {mostValues: 8, mostTrials: 100, random: seededRandom(1)};
    expect(idsOf(presentationsToDecode(unknown, orientation, all))).toEqual([1]);
  });

  it("are none where there are none", () => {
    const all = {mostValues: 8, mostTrials: 100, random: seededRandom(1)};
    expect(presentationsToDecode([], orientation, all)).toEqual([]);
  });
});

describe("folds", () => {
  it("are as many as asked for, if each value was shown so often", () => {
    expect(possibleFolds([0, 0, 0, 90, 90, 90], 3)).toBe(3);
  });

  it("are no more than the rarest value was shown, and never fewer than two", () => {
    expect(possibleFolds([0, 0, 0, 90, 90, 90, 90], 5)).toBe(3);
    expect(possibleFolds([0, 0, 90], 5)).toBe(2);
    expect(possibleFolds([], 5)).toBe(5);
  });
});

describe("the first rows of the matrices", () => {
  it("are of counts: the presentation, then the units in their order, though their ids are other numbers", () => {
    const counts = new DataArray({
      name: "spike_counts",
      dims: ["stimulus_presentation_id", "unit_id"],
      coords: {stimulus_presentation_id: [12, 15], unit_id: [30, 7, 21]},
      values: Float64Array.of(1, 2, 3, 4, 5, 6)
    });
    const table = firstCounts(counts);
    expect(table.columnNames()).toEqual(["stimulus_presentation_id", "30", "7", "21"]);
    expect(table.object(1)).toEqual({stimulus_presentation_id: 15, 30: 4, 7: 5, 21: 6});
  });

  it("are fifty of thirty units at most", () => {
    const [rows, units] = [60, 40].map((length) => Array.from({length}, (_, i) => i));
    const counts = new DataArray({
      name: "spike_counts",
      dims: ["stimulus_presentation_id", "unit_id"],
      coords: {stimulus_presentation_id: rows, unit_id: units},
      values: Float64Array.from({length: 2400}, (_, i) => i)
    });
    const table = firstCounts(counts);
    expect([table.numRows(), table.numCols()]).toEqual([50, 31]);
    expect(table.get("29", 49)).toBe(49 * 40 + 29);
  });

  it("are of parameters: the presentation, then each parameter", () => {
    const table = firstParameters(presentationsOf([{orientation: 0}, {orientation: null}]));
    expect(table.objects()).toEqual([
      {stimulus_presentation_id: 0, orientation: 0},
      {stimulus_presentation_id: 1, orientation: null}
    ]);
  });

  it("are none without presentations", () => {
    expect(firstParameters([]).numRows()).toBe(0);
  });
});
