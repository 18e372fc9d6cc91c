import {describe, expect, test} from "vitest";
import {sortedRows} from "../../src/components/table-order.js";

const order = (values: unknown[], descending = false) =>
  [...sortedRows(Uint32Array.from(values.keys()), (row) => values[row], descending)].map((row) => values[row]);

describe("rows sorted by a column", () => {
  test("of numbers go by size, what is missing last in both directions", () => {
    expect(order([3, Number.NaN, -1, null, 20])).toEqual([-1, 3, 20, Number.NaN, null]);
    expect(order([3, Number.NaN, -1, null, 20], true)).toEqual([20, 3, -1, Number.NaN, null]);
  });

  test("of texts go by the alphabet, numbers in them by size", () => {
    expect(order(["VISp", "CA3", "probe10", "probe2", null, "CA1"])).toEqual([
      "CA1",
      "CA3",
      "probe2",
      "probe10",
      "VISp",
      null
    ]);
  });

  test("stay as they are where they are equal", () => {
    const areas = ["VISp", "LGd", "VISp", "LGd"];
    const rows = sortedRows(Uint32Array.of(3, 2, 1, 0), (row) => areas[row], true);
    expect([...rows]).toEqual([2, 0, 3, 1]);
  });

  test("are only the rows that are asked for", () => {
    expect([...sortedRows(Uint32Array.of(4, 2), (row) => row, false)]).toEqual([2, 4]);
  });
});
