import {describe, expect, it} from "vitest";
import {seededRandom} from "../../../lib/analysis/statistics/seeded-random.js";

const take = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({length: count}, random);
};

describe("a seeded source of random numbers", () => {
  it("repeats itself for the same seed, and only for that", () => {
    expect(take(7, 100)).toEqual(take(7, 100));
    expect(take(7, 100)).not.toEqual(take(8, 100));
  });

  it("is uniform from 0 to 1", () => {
    const numbers = take(1, 100_000);
    expect(Math.min(...numbers.slice(0, 10_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers.slice(0, 10_000))).toBeLessThan(1);
    const bins = new Array(10).fill(0);
    for (const number of numbers) ++bins[Math.floor(number * 10)];
    // Six standard deviations of a binomial count.
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(6 * Math.sqrt(9000));
  });

  it("does not remember the number before", () => {
    const numbers = take(2, 50_000).map((number) => number - 0.5);
    const product = numbers.slice(1).reduce((sum, number, i) => sum + number * numbers[i], 0) / (numbers.length - 1);
    expect(Math.abs(product * 12)).toBeLessThan(5 / Math.sqrt(numbers.length));
  });
});
