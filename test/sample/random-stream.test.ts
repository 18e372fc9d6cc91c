import {describe, expect, it} from "vitest";
import {RandomStream} from "../../lib/sample/random-stream.js";
import {correlation, mean} from "./statistics.js";

const draws = (count: number, draw: (random: RandomStream) => number, name = "test") => {
  const random = new RandomStream(7, name);
  return Array.from({length: count}, () => draw(random));
};
const variance = (values: number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe("RandomStream", () => {
  it("gives the same numbers for the same seed and name", () => {
    expect(draws(5, (random) => random.uint32())).toEqual(draws(5, (random) => random.uint32()));
  });

  it("gives unrelated numbers for another name", () => {
    const [a, b] = ["a", "b"].map((name) => draws(20000, (random) => random.uniform(), name));
    expect(Math.abs(correlation(a, b))).toBeLessThan(0.03);
  });

  it("draws uniform numbers with mean 1/2 and variance 1/12", () => {
    const values = draws(50000, (random) => random.uniform());
    expect(mean(values)).toBeCloseTo(1 / 2, 2);
    expect(variance(values)).toBeCloseTo(1 / 12, 2);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it("draws normal numbers whose fourth moment is 3", () => {
    const values = draws(50000, (random) => random.normal());
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(variance(values)).toBeCloseTo(1, 1);
    expect(Math.abs(mean(values.map((value) => value ** 4)) - 3)).toBeLessThan(0.2);
  });

  it("draws exponential and Poisson numbers whose variance is the mean's square and the mean", () => {
    const intervals = draws(50000, (random) => random.exponential(2));
    expect(Math.abs(mean(intervals) - 2)).toBeLessThan(0.05);
    expect(Math.abs(variance(intervals) - 4)).toBeLessThan(0.2);
    const counts = draws(50000, (random) => random.poisson(3));
    expect(Math.abs(mean(counts) - 3)).toBeLessThan(0.05);
    expect(Math.abs(variance(counts) - 3)).toBeLessThan(0.1);
  });

  it("shuffles without losing a value, and leaves the original alone", () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = new RandomStream(7, "shuffle").shuffle(values);
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled).not.toEqual(values);
    expect([...shuffled].sort()).toEqual(values);
  });
});
