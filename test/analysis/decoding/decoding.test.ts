import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  discriminantAnalysisSteps,
  shrunkDiscriminantAnalysisSteps
} from "../../../lib/analysis/decoding/discriminant-analysis.js";
import {
  accuracyByUnitCount,
  chanceLevel,
  crossValidate,
  type DecoderSettings,
  decode,
  fitDiscriminantAnalysis,
  fitShrunkDiscriminantAnalysis,
  type Matrix,
  seededRandom
} from "../../../lib/analysis/index.js";
import {abortedAtLook} from "../aborting-signal.js";
import {decoders} from "./every-decoder.js";
import {population, range, tagged} from "./population.js";

describe.each(decoders)("%s", (_, decoder) => {
  it("reads what a selective population was shown, and nothing from what was shuffled", async () => {
    const {trials, target} = population();
    const {accuracy} = await decode(trials, target, {decoder});
    const chance = await chanceLevel(trials, target, {decoder, accuracy, shuffles: 19, random: seededRandom(2)});
    expect(accuracy).toBeGreaterThan(0.9);
    expect(chance.mean).toBeGreaterThan(0.2);
    expect(chance.mean).toBeLessThan(0.47);
    expect(chance.p).toBe(0.05);
  });

  it("does not mind the order of the units", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 1, max: 1000}), async (seed) => {
        const {trials, target} = population({signal: 2, trials: 30, seed});
        const order = Array.from({length: trials.columns}, (_, unit) => unit).reverse();
        const turned = {
          ...trials,
          values: trials.values.map((_, at) => {
            const row = Math.floor(at / trials.columns);
            return trials.values[row * trials.columns + order[at % trials.columns]];
          })
        };
        const [own, other] = [await decode(trials, target, {decoder}), await decode(turned, target, {decoder})];
        expect(own.predictions).toEqual(other.predictions);
      }),
      {numRuns: 5}
    );
  });

  it("passes over a unit that is constant", async () => {
    const {trials, target} = population({units: 4});
    const values = trials.values.map((value, at) => (at % 4 === 2 ? 3 : value));
    const {accuracy} = await decode({...trials, values}, target, {decoder});
    expect(accuracy).toBeGreaterThan(0.6);
  });

  it("decodes with more units than trials", async () => {
    const {trials, target} = population({trials: 24, units: 60});
    const {accuracy} = await decode(trials, target, {decoder, folds: 4});
    expect(accuracy).toBeGreaterThan(0.9);
  });

  it("has a result where a class has one member: it is not learned when that is tested", async () => {
    const {trials, target} = population({trials: 31});
    target[30] = 315;
    const {classes, confusion, predictions} = await decode(trials, target, {decoder});
    expect(classes).toEqual([0, 45, 90, 315]);
    expect(confusion.values.reduce((a, b) => a + b, 0)).toBe(31);
    expect(confusion.values[15]).toBe(0);
    expect(predictions.some(Number.isNaN)).toBe(false);
  });

  it("does not change what it is given", async () => {
    const {trials, target} = population();
    const [values, shown] = [trials.values.slice(), target.slice()];
    await decode(trials, target, {decoder});
    expect(trials.values).toEqual(values);
    expect(target).toEqual(shown);
  });
});

describe("discriminant analysis of units that are copies of others, which takes long", () => {
  const {trials, target} = population({trials: 400, units: 150});
  const twice = {
    rows: 400,
    columns: 300,
    values: Float64Array.from({length: 400 * 300}, (_, at) => trials.values[Math.floor(at / 300) * 150 + (at % 150)])
  };

  it("can be cancelled within a fold", async () => {
    const controller = new AbortController();
    let told = 0;
    const onProgress = () => {
      ++told;
      controller.abort(new Error("enough"));
    };
    await expect(decode(twice, target, {signal: controller.signal, onProgress})).rejects.toThrow("enough");
    expect(told).toBe(1);
  });

  it("tells how far it is, never less than before", async () => {
    const fractions: number[] = [];
    const {accuracy} = await decode(twice, target, {folds: 2, onProgress: (fraction) => fractions.push(fraction)});
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(accuracy).toBeGreaterThan(0.5);
  });
});

describe.each<[string, DecoderSettings, ReturnType<typeof population>]>([
  [
    "a support vector machine of two classes that nothing tells apart",
    {kind: "svm", kernel: "linear", c: 1000},
    population({trials: 300, units: 10, classes: 2, signal: 0})
  ],
  [
    "discriminant analysis with shrinkage of many units",
    {kind: "lda", shrinkage: "ledoit-wolf"},
    population({trials: 900, units: 300, classes: 2})
  ]
])("%s", (_, decoder, {trials, target}) => {
  it("can be cancelled before it has learned from the training trials of the first fold", async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const onProgress = (fraction: number) => {
      told.push(fraction);
      controller.abort(new Error("enough"));
    };
    await expect(decode(trials, target, {decoder, signal: controller.signal, onProgress})).rejects.toThrow("enough");
    expect(told).toHaveLength(1);
    expect(told[0]).toBeLessThan(1 / 5);
  });
});

it("cross-validation can be cancelled before a decoder learns, and before it is tested", async () => {
  const {trials, target} = population();
  const training = {trials, labels: Int32Array.from(target, (value) => value / 45), classes: 3};
  const done: string[] = [];
  const learn = () => {
    done.push("learned");
    return {
      predict: (tested: Matrix) => {
        done.push("tested");
        return new Int32Array(tested.rows);
      }
    };
  };
  const validate = (look: number) => crossValidate(learn, training, [[0, 1]], {signal: abortedAtLook(look)});
  await expect(validate(3)).rejects.toThrow("enough");
  expect(done).toEqual([]);
  await expect(validate(4)).rejects.toThrow("enough");
  expect(done).toEqual(["learned"]);
});

it("discriminant analysis rests between its passes over all trials, and before and after it factorizes", () => {
  const {trials, target} = population();
  const training = {trials, labels: Int32Array.from(target, (value) => value / 45), classes: 3};
  expect([...discriminantAnalysisSteps(training)].length).toBeGreaterThanOrEqual(8);
  // One step for each trial whose products with others are summed, and one for the matrix of a few units.
  expect([...shrunkDiscriminantAnalysisSteps(training)].length).toBeGreaterThanOrEqual(trials.rows + 1 + 5);
});

it("a decoder that is chosen tells how far it is, never less than before, also while the chosen one learns", async () => {
  const {trials, target} = population({trials: 600, units: 60, classes: 12, signal: 1});
  const decoder = {kind: "best-of", candidates: [{kind: "logistic-regression"}], folds: 2} as const;
  const fractions: number[] = [];
  await decode(trials, target, {decoder, folds: 2, onProgress: (fraction) => fractions.push(fraction)});
  expect(fractions.length).toBeGreaterThan(5);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
});

describe("what cannot be decoded is an error that says why", () => {
  const {trials, target} = population();
  it.each<[string, string, () => Promise<unknown>]>([
    ["no trials", "too-few-data", () => decode({rows: 0, columns: 3, values: new Float64Array(0)}, [])],
    ["no units", "too-few-data", () => decode({rows: 60, columns: 0, values: new Float64Array(0)}, target)],
    [
      "one class",
      "too-few-data",
      () =>
        decode(
          trials,
          target.map(() => 0)
        )
    ],
    ["a class in the training trials only", "too-few-data", () => decode(trials, target, {folds: [range(1, 60)]})],
    ["a count that is NaN", "wrong-argument", () => decode({...trials, values: trials.values.map(() => NaN)}, target)],
    [
      "a target that is NaN",
      "wrong-argument",
      () =>
        decode(
          trials,
          target.map(() => NaN)
        )
    ],
    ["fewer targets than trials", "wrong-shape", () => decode(trials, target.slice(1))],
    [
      "scaled counts that are to be Poisson",
      "wrong-argument",
      () => decode(trials, target, {decoder: {kind: "poisson-naive-bayes"}, scale: true})
    ],
    ...[0, -1, Number.NaN, Number.POSITIVE_INFINITY].flatMap((c): [string, string, () => Promise<unknown>][] => [
      [
        `a logistic regression with a c of ${c}`,
        "wrong-argument",
        () => decode(trials, target, {decoder: {kind: "logistic-regression", c}})
      ],
      [
        `a support vector machine with a cost of ${c}`,
        "wrong-argument",
        () => decode(trials, target, {decoder: {kind: "svm", kernel: "linear", c}})
      ],
      [
        `a kernel with a gamma of ${c}`,
        "wrong-argument",
        () => decode(trials, target, {decoder: {kind: "svm", kernel: "rbf", gamma: c}})
      ]
    ]),
    [
      "a decoder that there is not",
      "wrong-argument",
      () => decode(trials, target, {decoder: {kind: "oracle"} as unknown as DecoderSettings})
    ],
    [
      "more units than there are",
      "wrong-argument",
      () => accuracyByUnitCount(trials, target, {unitCounts: [9], random: seededRandom(1)})
    ]
  ])("%s", async (_, tag, work) => {
    await expect(work()).rejects.toEqual(tagged(tag));
  });

  it("as many trials as classes: nothing varies within them", () => {
    const three = {rows: 3, columns: 1, values: Float64Array.of(1, 2, 3)};
    expect(() => fitDiscriminantAnalysis({trials: three, labels: Int32Array.of(0, 1, 2), classes: 3})).toThrow(
      tagged("too-few-data")
    );
  });

  it("but classes of one member each have a result with shrinkage: the most frequent class, or the first", async () => {
    const three = {rows: 3, columns: 1, values: Float64Array.of(1, 2, 3)};
    const fitted = fitShrunkDiscriminantAnalysis({trials: three, labels: Int32Array.of(0, 1, 2), classes: 3});
    expect([...fitted.predict(three)]).toEqual([0, 0, 0]);
  });
});
