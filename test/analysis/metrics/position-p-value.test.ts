import {describe, expect, it} from "vitest";
import {bootstrapTrials, positionPValue} from "../../../lib/analysis/metrics/position-p-value.js";
import {seededRandom} from "../../../lib/analysis/statistics/seeded-random.js";

const TRIALS = 405;
const categories = Array.from({length: TRIALS}, (_, trial) => trial % 81);

describe("the p-value of a receptive field", () => {
  const drawn = bootstrapTrials(TRIALS, 1000, seededRandom(0));

  it("is 0 for a unit that fires at one position only", () => {
    expect(
      positionPValue(
        categories.map((category) => (category === 40 ? 5 : 0)),
        categories,
        drawn
      )
    ).toBe(0);
  });

  it("is uniform over units that do not care where the stimulus is", () => {
    const random = seededRandom(3);
    const pValues = Array.from({length: 200}, () =>
      positionPValue(
        categories.map(() => Math.floor(random() * 4)),
        categories,
        drawn
      )
    );
    const mean = pValues.reduce((a, b) => a + b, 0) / pValues.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 200));
    expect(Math.abs(pValues.filter((p) => p < 0.25).length / 200 - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / 200));
  });

  it("does not change with the order of trials, if their categories move along", () => {
    const counts = categories.map((category, trial) => (category % 3) + (trial % 2));
    const same = positionPValue(counts, categories, drawn);
    expect(positionPValue(counts, categories, drawn)).toBe(same);
  });

  it("of a silent unit is 0: no resample is greater than nothing", () => {
    expect(positionPValue(new Array(TRIALS).fill(0), categories, drawn)).toBe(0);
  });
});

it("trials are drawn with replacement, all alike", () => {
  const drawn = bootstrapTrials(10, 10_000, seededRandom(1));
  expect(drawn).toHaveLength(100_000);
  const times = new Array(10).fill(0);
  for (const trial of drawn) ++times[trial];
  for (const count of times) expect(Math.abs(count - 10_000)).toBeLessThan(600);
  const firstResample = new Set(drawn.subarray(0, 10));
  expect(firstResample.size).toBeLessThan(10);
});
