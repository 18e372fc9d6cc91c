import {describe, expect, it} from "vitest";
import {
  binWindows,
  chanceFigure,
  confusionFigure,
  decoders,
  guessingText,
  parametersToDecode,
  unitCountFigure,
  unitCounts,
  windowFigure
} from "../../../lib/lessons/population-decoding/index.js";
import {drawn} from "../drawn.js";
import {decoderOf, decodingOf, presentationsOf} from "./trials.js";

const decoder = decoderOf("lda");
const decoding = decodingOf(
  [-1, 1],
  [
    [7, 3],
    [2, 8]
  ],
  [0.53, 0.89]
);
const [color] = parametersToDecode(presentationsOf([{color: -1}, {color: 1}]));
const target = [...new Array(10).fill(-1), ...new Array(10).fill(1)];
const choices = {stimulus: "flashes", parameter: color, decoder, split: "stratified", askedFolds: 5, target, units: 30};

describe("decoders", () => {
  it("take what an error costs where they look for borders, and no others do", () => {
    const costly = decoders.filter(({settings}) => JSON.stringify(settings(0.01)) !== JSON.stringify(settings(10)));
    expect(costly.map(({id}) => id)).toEqual(["logistic", "svm-linear", "svm-rbf"]);
  });

  it("have each an id of its own, for the page's address", () => {
    expect(new Set(decoders.map(({id}) => id)).size).toBe(decoders.length);
  });
});

describe("the confusion matrix", () => {
  it("names flashes by their brightness, and says how sure the accuracy is", () => {
    const figure = confusionFigure(decoding, choices);
    expect(drawn(figure)[0].classes).toEqual(["dark", "bright"]);
    expect(figure.caption).toBe(
      "LDA, 5 folds (stratified): 75.0\u00a0% of 20 presentations right (95 % interval 53.0\u00a0% to 89.0\u00a0%), 30 units, counts of whole presentations of flashes; guessing: 50.0\u00a0%."
    );
  });

  it("says why there are fewer folds than asked for", () => {
    const {caption} = confusionFigure(decoding, {...choices, target: [-1, -1, -1, 1, 1, 1]});
    expect(caption).toContain("3 folds (stratified; no more, as a value was shown only so often)");
  });

  it("names the grey screen among scenes, and writes numbers with a minus sign", () => {
    const frames = parametersToDecode(presentationsOf([{frame: -1}, {frame: 5}]))[0];
    const places = parametersToDecode(presentationsOf([{x_position: -1}, {x_position: 1}]))[0];
    expect(drawn(confusionFigure(decoding, {...choices, parameter: frames}))[0].classes).toEqual(["grey", "1"]);
    expect(drawn(confusionFigure(decoding, {...choices, parameter: places}))[0].classes).toEqual(["−1", "1"]);
  });

  it("is none where nothing was decoded, and says whether the session has such a stimulus", () => {
    expect(confusionFigure(null, choices).empty).toBe("Nothing was decoded. The line above says why.");
    expect(confusionFigure(null, {...choices, stimulus: null}).empty).toContain("none of the stimuli");
  });
});

describe("chance", () => {
  const chance = {accuracies: Float64Array.of(0.4, 0.5, 0.6, 0.5), mean: 0.5, upper: 0.585, p: 0.2};

  it("is described by its mean, its upper end, and the least p that so many shuffles can show", () => {
    const figure = chanceFigure(chance, {decoding, seed: 3});
    expect(drawn(figure)[0]).toBe(chance.accuracies);
    expect(figure.caption).toBe(
      "4 shuffles, seed 3: 50.0\u00a0% right on average, 95 % of them below 58.5\u00a0%; the real order has 75.0\u00a0% (p = 0.200, of which 0.200 is the least that so many shuffles can show)."
    );
  });

  it("is not there before it is computed", () => {
    expect(chanceFigure(null, {decoding, seed: 3}).empty).toContain("Press “Shuffle”");
  });

  it("of guessing is one of so many values", () => {
    expect(guessingText({classes: [0, 45, 90]})).toBe("With 3 values, guessing is right in 33.3 % of cases.");
    expect(guessingText(null)).toBe("With so many values, guessing is right in one of so many cases.");
  });
});

describe("accuracy by the number of units", () => {
  it("is taken for numbers that grow evenly by ratio, up to all units, each once", () => {
    expect(unitCounts(30)).toEqual([1, 2, 3, 5, 8, 12, 20, 30]);
    expect(unitCounts(7)).toEqual([1, 2, 3, 5, 7]);
    expect(unitCounts(1)).toEqual([1]);
  });

  const described = {classes: 4, trials: 300, choices: 5, seed: 2, decoder};

  it("has a band of one standard deviation, and none where there is one choice", () => {
    const byUnits = [
      {units: 1, accuracies: [0.2, 0.4], mean: 0.3, deviation: 0.125},
      {units: 2, accuracies: [0.5], mean: 0.5, deviation: Number.NaN}
    ];
    const [[{points}]] = drawn(unitCountFigure(byUnits, described));
    expect(points).toEqual([
      {x: 1, y: 0.3, low: 0.175, high: 0.425},
      {x: 2, y: 0.5, low: 0.5, high: 0.5}
    ]);
  });

  it("is compared with guessing, which is right in 0.25 ± 1.96 √(0.25 · 0.75 / 300) of cases", () => {
    const level = unitCountFigure([], described).options?.level;
    expect(level).toMatchObject({name: "guessing", value: 0.25});
    expect(level?.low).toBeCloseTo(0.201, 10);
    expect(level?.high).toBeCloseTo(0.299, 10);
  });

  it("is not there before it is computed", () => {
    expect(unitCountFigure(null, described)).toHaveProperty("empty");
  });
});

describe("accuracy by time", () => {
  const binEdges = [-0.05, 1e-17, 0.05, 0.1, 0.15];

  it("is of windows that slide over all bins, or that begin at onset and grow", () => {
    expect(binWindows(binEdges, {kind: "sliding", width: 2})).toEqual([
      [0, 2],
      [1, 3],
      [2, 4]
    ]);
    expect(binWindows(binEdges, {kind: "from onset on", width: 2})).toEqual([
      [1, 2],
      [1, 3],
      [1, 4]
    ]);
  });

  it("is of one window that has all bins, where it is as wide", () => {
    expect(binWindows(binEdges, {kind: "sliding", width: 4})).toEqual([[0, 4]]);
  });

  const described = {classes: 4, units: 30, decoder, duration: 2};
  const decodings = [{accuracy: 0.5, interval: [0.4, 0.6] as [number, number]}];
  const found = {binEdges, decodings, trials: 40, held: {kept: 40, total: 200}};

  it("stands at the middle of a window that slides, and at the end of one that grows", () => {
    const sliding = {...found, kind: "sliding" as const, width: 2, windows: [[1, 3] as const]};
    const growing = {...found, kind: "from onset on" as const, width: 2, windows: [[1, 3] as const]};
    const points = (byWindow: typeof sliding | typeof growing) => drawn(windowFigure(byWindow, described))[0][0].points;
    expect(points(sliding)).toMatchObject([{x: 0.05, y: 0.5, low: 0.4, high: 0.6, to: 0.1}]);
    expect(points(growing)).toMatchObject([{x: 0.1, y: 0.5}]);
    expect(windowFigure(sliding, described).caption).toBe(
      "40 presentations (the page holds 40 of 200), 30 units, windows of 2 × 50 ms; LDA. A presentation lasts 2.00 s. Grey: what guessing gives, with its 95 % range."
    );
    expect(windowFigure(growing, described).caption).toContain("30 units, windows that begin at onset; LDA.");
  });

  it("does not speak of presentations left out where none are", () => {
    const all = {...found, kind: "sliding" as const, width: 1, windows: [[1, 2] as const], held: {kept: 40, total: 40}};
    expect(windowFigure(all, described).caption).toMatch(/^40 presentations, 30 units/);
  });

  it("is not there before it is computed", () => {
    expect(windowFigure(null, described)).toHaveProperty("empty");
  });
});
