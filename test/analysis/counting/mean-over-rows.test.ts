import {describe, expect, test} from "vitest";
import {meanOverRows} from "../../../lib/analysis/index.js";

describe("the mean response over repeats", () => {
  test("of counts 1, 2, 3 in a bin is 2, with a standard error of 1 / √3", () => {
    const {mean, sem, n} = meanOverRows([1, 0, 2, 0, 3, 0], 2);
    expect([...mean]).toEqual([2, 0]);
    expect(sem[0]).toBeCloseTo(1 / Math.sqrt(3), 14);
    expect(sem[1]).toBe(0);
    expect(n).toBe(3);
  });

  test("of the rows asked for leaves out the others", () => {
    expect([...meanOverRows([1, 10, 3, 30, 100, 100], 2, [0, 1]).mean]).toEqual([2, 20]);
  });

  test("as a rate scales mean and standard error alike", () => {
    const counts = [0, 1, 4];
    const [count, rate] = [meanOverRows(counts, 1), meanOverRows(counts, 1, [0, 1, 2], 1 / 0.01)];
    expect(rate.mean[0]).toBeCloseTo(100 * count.mean[0], 10);
    expect(rate.sem[0]).toBeCloseTo(100 * count.sem[0], 10);
  });

  test("over one row has no standard error, and over none no mean", () => {
    expect(meanOverRows([5], 1).sem[0]).toBeNaN();
    expect(meanOverRows([], 1).mean[0]).toBeNaN();
  });
});
