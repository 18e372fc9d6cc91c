import {describe, expect, it} from "vitest";
import {
  autocorrelogram,
  correlogramRates,
  crossCorrelogram,
  sharpPeak,
  shiftCorrelation
} from "../../../lib/analysis/correlograms/index.js";
import {
  answerFirst,
  answerMirror,
  answerRefractory,
  autocorrelogramFigures,
  correlogramFigure,
  correlogramScales,
  offsetFigure,
  type PairOfTrains,
  peakSentence
} from "../../../lib/lessons/cross-correlations/index.js";
import {followingPair, trainUnit} from "./trains.js";

const lags = {window: 0.01, binWidth: 0.001};
const offsets = Array.from({length: 21}, (_, k) => (k - 10) / 1000);
const correlate = ({fixedTrain, movingTrain}: PairOfTrains) =>
  shiftCorrelation(fixedTrain, movingTrain, offsets, {start: 0, binWidth: 0.001, bins: 101_000});
const noSpikes: PairOfTrains = {
  fixedUnit: null,
  movingUnit: null,
  fixedTrain: new Float64Array(),
  movingTrain: new Float64Array()
};

describe("which of two units fires first", () => {
  it("is the fixed one where the moving one follows; shifting back undoes the lag", async () => {
    const pair = followingPair(0.0034);
    const correlogram = crossCorrelogram(pair.fixedTrain, pair.movingTrain, lags);
    expect(answerFirst(correlogram, offsets, await correlate(pair), pair)).toMatch(
      /^The fixed unit, 1, fires first: the highest bin is at a lag of 3\.5 ms\. The correlation is greatest at an offset of −3 ms, on the other side of zero/
    );
  });

  it("is the moving one once they are exchanged", async () => {
    const {fixedTrain, movingTrain} = followingPair(0.0034);
    const pair = {...noSpikes, movingUnit: trainUnit(7), fixedTrain: movingTrain, movingTrain: fixedTrain};
    const correlogram = crossCorrelogram(movingTrain, fixedTrain, lags);
    expect(answerFirst(correlogram, offsets, await correlate(pair), pair)).toMatch(
      /^The moving unit, 7, fires first: the highest bin is at a lag of −3\.5 ms\. .* offset of 3 ms, on the other side/
    );
  });

  it("is not seen in an offset of zero", async () => {
    const pair = followingPair(0);
    const correlogram = crossCorrelogram(pair.fixedTrain, pair.movingTrain, lags);
    expect(answerFirst(correlogram, offsets, await correlate(pair), pair)).toContain("an offset of 0 ms, near zero.");
  });

  it("does not change how many pairs there are", () => {
    const {fixedTrain, movingTrain} = followingPair(0.0034);
    let pairs = 0;
    for (const a of fixedTrain) for (const b of movingTrain) if (Math.abs(b - a) < 0.01) ++pairs;
    expect(answerMirror(crossCorrelogram(fixedTrain, movingTrain, lags), lags)).toContain(
      `what came 3.5 ms after now comes as long before. The number of pairs stays: ${pairs} with lags up to 10 ms.`
    );
  });
});

describe("the cross-correlogram of a pair", () => {
  const pair = followingPair(0.0034);
  const correlogram = crossCorrelogram(pair.fixedTrain, pair.movingTrain, lags);
  const shown = {pair, stretch: [0, 101] as const, correlogram, rates: correlogramRates(correlogram), lags};

  it("is shown as pairs, or per spike of either unit, or as a rate", () => {
    const tops = correlogramScales.map((scale) => {
      const {values} = correlogramFigure({...shown, scale}).data[0];
      return Math.max(...Array.from(values));
    });
    const [pairs, perFixed, perMoving, rate] = tops;
    expect(pairs).toBe(Math.max(...correlogram.counts));
    expect(perFixed).toBeCloseTo(pairs / 500, 12);
    expect(perMoving).toBeCloseTo(pairs / 500, 12);
    expect(rate).toBeCloseTo(pairs / 500 / 0.001, 9);
  });

  it("says of which spikes it is, in which bins, and which lags are marked", () => {
    const {caption, options} = correlogramFigure({...shown, scale: correlogramScales[0]});
    expect(caption).toBe(
      "500 spikes of unit 1 in VISp (fixed) and 500 of unit 2 in VISp (moving), from 0.0 to 101.0 s of the session, 1.7 minutes, the same for all probes; bins of 1\u00a0ms. Lags of 1 to 4\u00a0ms are grey."
    );
    expect(options.marked).toEqual([0.001, 0.004]);
    expect(options.ariaDescription).toBe("Bars over lags from −10 to 10 ms");
  });

  it("has a line of correlations by offset, in milliseconds", async () => {
    const correlation = await correlate(pair);
    const {data, caption} = offsetFigure({...shown, binWidth: 0.0005, offsets, correlation, color: "red"});
    expect(data[0][0].points[7]).toEqual({x: -3, y: correlation[7]});
    expect(caption).toMatch(/^21 offsets, in bins of 0\.5\u00a0ms; 500 spikes of unit 1/);
  });
});

describe("a sharp peak", () => {
  it("is where the planted lag is, and adds as many spikes as were planted", () => {
    const {fixedTrain, movingTrain} = followingPair(0.00225);
    const peak = sharpPeak(crossCorrelogram(fixedTrain, movingTrain, {window: 0.025, binWidth: 0.0005}));
    expect(peakSentence(peak)).toMatch(
      /at 2\.25 ms: 50\d pairs of spikes, .* adds (0\.9[89]|1\.0)\d\d spikes of the moving one/
    );
  });

  const peak = {lag: 0.002, count: 3, expected: 1.26, efficacy: 0.01234, p: 0.25};

  it("has a probability in four decimals, or as a power of ten where they cannot say it", () => {
    const chance = (p: number) => /The probability of so many is (.*?)\. Each/.exec(peakSentence({...peak, p}))?.[1];
    expect([0.25, 0.0001, 0.00001234, 5e-12, 1e-301, 0].map(chance)).toEqual([
      "0.2500",
      "0.0001",
      "1.2\u00a0·\u00a010⁻⁵",
      "5.0\u00a0·\u00a010⁻¹²",
      "less than 10⁻³⁰⁰",
      "less than 10⁻³⁰⁰"
    ]);
  });

  it("is nothing without spikes", () => {
    const none = "For these two units there are no pairs of spikes with such lags.";
    expect(peakSentence(sharpPeak(crossCorrelogram([], [], lags)))).toBe(none);
    expect(peakSentence({...peak, p: Number.NaN})).toBe(none);
  });
});

describe("which unit looks more like a single neuron", () => {
  const clean = Float64Array.of(0, 0.1, 0.2, 0.3, 0.4);
  const mixed = Float64Array.of(0, 0.1, 0.101, 0.3, 0.4);

  it("is the one with fewer intervals below 1.5 ms", () => {
    const pair = {...noSpikes, fixedUnit: trainUnit(1), movingUnit: trainUnit(2)};
    const words = "0.00 % of its intervals are shorter than 1.5 ms, against 25.00 % of the other’s.";
    expect(answerRefractory({...pair, fixedTrain: clean, movingTrain: mixed})).toContain(`Unit 1: ${words}`);
    expect(answerRefractory({...pair, fixedTrain: mixed, movingTrain: clean})).toContain(`Unit 2: ${words}`);
  });

  it("is neither where they are alike", () => {
    expect(answerRefractory({...noSpikes, fixedTrain: mixed, movingTrain: mixed})).toMatch(/^Both alike: 25\.00 %/);
  });

  it("is said below the autocorrelograms, too, also without a unit", () => {
    const pair = {...noSpikes, fixedUnit: trainUnit(1), fixedTrain: mixed};
    const autos = [pair.fixedTrain, pair.movingTrain].map((train) => autocorrelogram(train, lags));
    const {figures, caption} = autocorrelogramFigures(autos, pair, lags);
    expect(caption).toMatch(/^5 and 0 spikes, bins of 1\u00a0ms\. .* 25\.00 % and NaN % are shorter than 1\.5 ms\.$/);
    expect(figures.map(({acronym, options}) => [acronym, options.ariaLabel])).toEqual([
      ["VISp", "Autocorrelogram of unit 1 in VISp"],
      [null, "Autocorrelogram of no unit"]
    ]);
    expect(Array.from(figures[0].data[0].values).reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});
