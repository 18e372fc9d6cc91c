import {describe, expect, it} from "vitest";
import {crossCorrelogram} from "../../../lib/analysis/correlograms/index.js";
import {
  answerBand,
  type PredictorSettings,
  predict,
  predictionFigure
} from "../../../lib/lessons/cross-correlations/index.js";
import {followingPair, run} from "./trains.js";

const pair = followingPair(0.0034);
const lags = {window: 0.01, binWidth: 0.001};
const trials = {id: "1", name: "flashes: bright", onsets: [0, 20, 40, 60], duration: 20};
const jitter: PredictorSettings = {
  predictorName: "jitter",
  pair,
  lags,
  intervalMs: 20,
  surrogates: 50,
  seed: 1,
  trials: null
};
const shift: PredictorSettings = {...jitter, predictorName: "shift", trials};

describe("a planted lag of 3.4 ms", () => {
  it("stands above what jitter within 20 ms expects, in its bin alone", async () => {
    const prediction = await predict(jitter, run, {});
    expect(prediction.correlogram.counts).toEqual(crossCorrelogram(pair.fixedTrain, pair.movingTrain, lags).counts);
    expect(prediction.surrogates).toBe(50);
    expect(answerBand(prediction, jitter)).toMatch(
      /^1 of 20 bins, with the jitter predictor and an interval of 20 ms\. The highest bin holds 5\d\d pairs, where it expects \d+\.\d\. With an interval of 3 ms/
    );
  });

  it("stands above what other presentations expect", async () => {
    const prediction = await predict(shift, run, {});
    expect(prediction.surrogates).toBe(3);
    const [counts, mean] = [prediction.correlogram.counts, prediction.mean];
    expect(counts[13]).toBeGreaterThan(10 * mean[13]);
    expect(answerBand(prediction, shift)).toMatch(/of 20 bins, with the shift predictor\. The highest bin/);
    expect(predictionFigure(prediction, shift).caption).toBe(
      "Spikes within 4 presentations of flashes: bright; one surrogate for each of 3 shifts."
    );
  });
});

describe("a prediction", () => {
  it("is the same for the same seed", async () => {
    const [one, again] = [await predict(jitter, run, {}), await predict(jitter, run, {})];
    expect(again.mean).toEqual(one.mean);
    expect((await predict({...jitter, seed: 2}, run, {})).mean).not.toEqual(one.mean);
    expect(predictionFigure(one, jitter).caption).toBe(
      "50 surrogates, in which each spike of the moving unit is placed anew within its interval of 20 ms; seed 1."
    );
  });

  it("cannot be made by shifts where no condition was repeated", async () => {
    const once = {...trials, onsets: [0]};
    for (const few of [null, once]) {
      await expect(predict({...shift, trials: few}, run, {})).rejects.toThrow(
        "No condition was repeated in this stretch."
      );
    }
  });

  it("is waited for without a number", () => {
    for (const none of [null, undefined]) {
      expect(predictionFigure(none, jitter)).toEqual({
        empty: "Nothing is predicted yet: see the line above.",
        caption: ""
      });
      expect(answerBand(none, jitter)).toMatch(/^With an interval of 3 ms/);
    }
  });
});
