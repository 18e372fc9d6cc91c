import {describe, expect, it} from "vitest";
import {drawTrials, positionPValue, resamplesByCategory} from "../../../lib/analysis/metrics/position-p-value.js";
import {seededRandom} from "../../../lib/analysis/statistics/seeded-random.js";

const TRIALS = 405;
const categories = Array.from({length: TRIALS}, (_, trial) => trial % 81);

describe("the p-value of a receptive field", () => {
  const drawn = drawTrials(TRIALS, 1000, seededRandom(0));
  const resamples = resamplesByCategory(categories, drawn);

  it("is 0 for a unit that fires at one position only", () => {
    expect(
      positionPValue(
        categories.map((category) => (category === 40 ? 5 : 0)),
        resamples
      )
    ).toBe(0);
  });

  it("is uniform over units that do not care where the stimulus is", () => {
    const random = seededRandom(3);
    const pValues = Array.from({length: 100}, () =>
      positionPValue(
        categories.map(() => Math.floor(random() * 4)),
        resamples
      )
    );
    const mean = pValues.reduce((a, b) => a + b, 0) / pValues.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 100));
    expect(Math.abs(pValues.filter((p) => p < 0.25).length / 100 - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / 100));
  });

  it("counts the resamples whose χ², summed trial by trial, is greater", () => {
    const random = seededRandom(9);
    const counts = categories.map(() => Math.floor(random() * 4));
    const chiSquare = (trials: ArrayLike<number>) => {
      const observed = new Array<number>(81).fill(0);
      for (let i = 0; i < TRIALS; ++i) observed[categories[i]] += counts[trials[i]];
      const expected = observed.reduce((a, b) => a + b, 0) / 81;
      return observed.reduce((sum, own) => sum + (own - expected) ** 2 / expected, 0);
    };
    const actual = chiSquare(Array.from(counts.keys()));
    let greater = 0;
    for (let r = 0; r < 1000; ++r) if (chiSquare(drawn.subarray(r * TRIALS, (r + 1) * TRIALS)) > actual) ++greater;
    expect(greater).toBeGreaterThan(0);
    expect(positionPValue(counts, resamples)).toBeCloseTo(greater / 1000, 10);
  });

  it("of a silent unit is 0: no resample is greater than nothing", () => {
    expect(positionPValue(new Array(TRIALS).fill(0), resamples)).toBe(0);
  });
});

it("trials are drawn with replacement, all alike", () => {
  const drawn = drawTrials(10, 10_000, seededRandom(1));
  expect(drawn).toHaveLength(100_000);
  const times = new Array(10).fill(0);
  for (const trial of drawn) ++times[trial];
  for (const count of times) expect(Math.abs(count - 10_000)).toBeLessThan(600);
  const firstResample = new Set(drawn.subarray(0, 10));
  expect(firstResample.size).toBeLessThan(10);
});
