import {describe, expect, test} from "vitest";
import {columnFilter} from "../../src/components/column-filter.js";

/** Which of the values a filter lets pass. */
const passed = (words: string, values: unknown[]) =>
  values.filter(
    columnFilter(
      words,
      values.some((value) => typeof value === "number")
    ) ?? (() => true)
  );

describe("a filter of numbers", () => {
  const snr = [0.5, 2, 4, 4.5, -1, Number.NaN, null];

  test.each([
    ["> 4", [4.5]],
    [">=4", [4, 4.5]],
    ["≥ 4", [4, 4.5]],
    ["< 2", [0.5, -1]],
    ["<= 2", [0.5, 2, -1]],
    ["4", [4]],
    ["= 4", [4]],
    ["!= 4", [0.5, 2, 4.5, -1]],
    ["> −1", [0.5, 2, 4, 4.5]],
    ["2 to 4", [2, 4]],
    ["2..4", [2, 4]],
    ["> 1, < 4.5", [2, 4]],
    ["> 1 and < 4.5", [2, 4]],
    ["> 4e0", [4.5]],
    ["> .6, < 3", [2]],
    ["!null", [0.5, 2, 4, 4.5, -1]]
  ])("%s", (words, expected) => {
    expect(passed(words, snr)).toEqual(expected);
  });

  test("null lets pass what is missing, of either kind", () => {
    expect(passed("null", snr)).toEqual([Number.NaN, null]);
  });

  test("that is not finished yet lets nothing through that does not contain it", () => {
    expect(passed(">", [1, 2])).toEqual([]);
  });
});

describe("a filter of texts", () => {
  const areas = ["VISp", "VISpm", "LGd", "CA1", null];

  test.each([
    ["vis", ["VISp", "VISpm"]],
    ["=VISp", ["VISp"]],
    ["!vis", ["LGd", "CA1", null]],
    ["vis, !pm", ["VISp"]],
    ["null", [null]],
    ["1", ["CA1"]]
  ])("%s", (words, expected) => {
    expect(passed(words, areas)).toEqual(expected);
  });

  test("finds within lists", () => {
    expect(
      passed("250", [
        [250, 250],
        [20, 20]
      ])
    ).toEqual([[250, 250]]);
  });
});

test("a filter without words asks for nothing", () => {
  expect(columnFilter("", true)).toBeNull();
  expect(columnFilter(" , ", false)).toBeNull();
});
