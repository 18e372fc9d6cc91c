import {describe, expect, it} from "vitest";
import {bestIntercepts} from "../../../lib/analysis/decoding/best-intercepts.js";
import {fitLogisticRegression, type Matrix, seededRandom} from "../../../lib/analysis/index.js";

interface Setting {
  what: string;
  trials: number;
  units: number;
  classes: number;
  /** Of each unit's counts. */
  mean: number;
  scale: number;
  c: number;
}

function training({trials: rows, units: columns, classes, mean, scale}: Setting) {
  const random = seededRandom(7);
  const normal = () => {
    let sum = -6;
    for (let i = 0; i < 12; ++i) sum += random();
    return sum;
  };
  const labels = Int32Array.from({length: rows}, (_, i) => (i % 7 ? i % classes : 0));
  const shifts = Float64Array.from({length: classes * columns}, () => 0.7 * normal());
  const values = Float64Array.from({length: rows * columns}, (_, at) => {
    const own = labels[Math.floor(at / columns)] * columns + (at % columns);
    return mean + scale * (normal() + shifts[own]);
  });
  return {trials: {rows, columns, values}, labels, classes};
}

/** Coefficients and intercepts in one row of numbers, by class. */
async function fitted(setting: Setting, tolerance: number): Promise<number[]> {
  const {coefficients, intercepts} = await fitLogisticRegression(training(setting), {c: setting.c, tolerance});
  return [...coefficients.values, ...intercepts];
}

const length = (values: readonly number[]) => Math.hypot(...values);

/** The gradient of the loss with the penalty, for coefficients and intercepts of the trials as they are. */
function gradient(
  {trials, labels, classes}: ReturnType<typeof training>,
  weights: readonly number[],
  c: number
): number[] {
  const {rows, columns, values} = trials;
  const own = weights.map((weight, at) => (at < classes * columns ? weight / c : 0));
  for (let i = 0; i < rows; ++i) {
    const scores = Array.from({length: classes}, (_, k) => {
      let score = weights[classes * columns + k];
      for (let j = 0; j < columns; ++j) score += weights[k * columns + j] * values[i * columns + j];
      return score;
    });
    const most = Math.max(...scores);
    const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
    scores.forEach((score, k) => {
      const error = Math.exp(score - most) / sum - Number(labels[i] === k);
      own[classes * columns + k] += error;
      for (let j = 0; j < columns; ++j) own[k * columns + j] += error * values[i * columns + j];
    });
  }
  return own;
}

const SETTINGS: Setting[] = [
  {what: "counts that vary about 0", trials: 120, units: 6, classes: 3, mean: 0, scale: 1, c: 1},
  {what: "counts far from 0", trials: 120, units: 6, classes: 3, mean: 1000, scale: 1, c: 1},
  {what: "two classes still farther from 0", trials: 120, units: 6, classes: 2, mean: 1e4, scale: 1, c: 1},
  {what: "a strong penalty", trials: 120, units: 6, classes: 3, mean: 50, scale: 20, c: 0.01},
  {what: "many units", trials: 200, units: 30, classes: 4, mean: 10, scale: 3, c: 1},
  {
    what: "more units than tell classes apart without a doubt",
    trials: 60,
    units: 40,
    classes: 3,
    mean: 30,
    scale: 5,
    c: 100
  },
  {what: "next to no counts", trials: 120, units: 6, classes: 3, mean: 0, scale: 0.001, c: 1}
];

describe.each(SETTINGS)("logistic regression of $what", (setting) => {
  it("ends where the loss is least", async () => {
    const weights = await fitted(setting, 1e-12);
    const data = training(setting);
    const atNothing = length(
      gradient(
        data,
        weights.map(() => 0),
        setting.c
      )
    );
    expect(length(gradient(data, weights, setting.c)) / atNothing).toBeLessThan(1e-9);
  });

  it.each([1e-2, 1e-4, 1e-6, 1e-8])(
    "is no farther from there than a tolerance of %d, intercepts included",
    async (tolerance) => {
      const [own, best] = [await fitted(setting, tolerance), await fitted(setting, 1e-13)];
      expect(length(own.map((value, at) => value - best[at])) / length(best)).toBeLessThan(tolerance);
    }
  );
});

it("logistic regression says whether it is within the tolerance", async () => {
  for (const setting of SETTINGS) {
    expect((await fitLogisticRegression(training(setting), {c: setting.c})).converged).toBe(true);
  }
  expect((await fitLogisticRegression(training(SETTINGS[1]), {tolerance: 1e-20})).converged).toBe(false);
});

describe("the best intercepts", () => {
  it("make the probabilities of each class sum to its trials", () => {
    const random = seededRandom(2);
    const scores: Matrix = {rows: 50, columns: 3, values: Float64Array.from({length: 150}, () => 6 * random())};
    const labels = Int32Array.from({length: 50}, (_, i) => (i < 5 ? 0 : i < 20 ? 1 : 2));
    const intercepts = bestIntercepts(scores, labels);
    const sums = [0, 0, 0];
    for (let i = 0; i < 50; ++i) {
      const powers = [0, 1, 2].map((k) => Math.exp(scores.values[3 * i + k] + intercepts[k]));
      powers.forEach((power, k) => {
        sums[k] += power / (powers[0] + powers[1] + powers[2]);
      });
    }
    [5, 15, 30].forEach((trials, k) => {
      expect(sums[k]).toBeCloseTo(trials, 10);
    });
  });

  it("of classes that are told apart without a doubt are finite", () => {
    const scores: Matrix = {rows: 4, columns: 2, values: Float64Array.of(900, 0, 900, 0, 0, 900, 0, 900)};
    expect(bestIntercepts(scores, [0, 0, 1, 1]).every(Number.isFinite)).toBe(true);
    expect(bestIntercepts(scores, [1, 1, 0, 0]).every(Number.isFinite)).toBe(true);
  });
});
