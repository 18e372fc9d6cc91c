import {describe, expect, it} from "vitest";
import {
  meanByAreaPair,
  meanByBin,
  meanNoiseCorrelations,
  noiseCorrelations,
  pairValues,
  pearsonCorrelation
} from "../../../lib/analysis/index.js";
import {distanceEdges} from "../../../lib/lessons/correlations/index.js";
import {
  NOISE_METHODS,
  noiseFindings,
  otherMethodAnswer,
  repeatedStimuli,
  signalEdges
} from "../../../lib/lessons/noise-correlations/index.js";
import {pairStrengths} from "../../../lib/lessons/noise-correlations/pair-strengths.js";
import {uShapeText} from "../../../lib/lessons/noise-correlations/u-shape.js";
import {unit} from "../correlations/unit.js";

const areas = ["VISp", "VISp", "LGd", "LGd"];
const units = areas.map((area, i) => unit(i, area));
const known = [0.3, 0.05, -0.05, 0.25, 0.1, 0.15];

function findings(values: number[], {signal = [0.9, 0.1, -0.2, 0.3, 0.2, Number.NaN], far = 1} = {}) {
  const [pairs, signalPairs] = [values, signal].map((list) => Float64Array.from(list));
  const shuffledPairs = pairs.map((_, pair) => (pair % 2 ? 0.01 : -0.01));
  const distances = Float64Array.from([0.1, 0.2, 0.3, 0.6, 0.8, far]);
  const edges = distanceEdges(distances);
  return noiseFindings({
    units,
    pairs,
    shuffledPairs,
    seed: 2,
    signalPairs,
    responses: {mean: {rows: 1, columns: 4, values: Float64Array.of(1, 2, 3, 4)}, n: [5]},
    bySignal: meanByBin(signalPairs, pairs, signalEdges),
    shuffledBySignal: meanByBin(signalPairs, shuffledPairs, signalEdges),
    distances,
    edges,
    byDistance: meanByBin(distances, pairs, edges),
    shuffledByDistance: meanByBin(distances, shuffledPairs, edges),
    byAreas: meanByAreaPair(pairs, areas),
    choose: () => {}
  });
}

describe("what is found over all pairs", () => {
  it("is drawn on one scale, a tenth or several, that holds nearly all", () => {
    const {spread, bySignal, byDistance} = findings(known);
    for (const figure of [bySignal, byDistance]) {
      expect("options" in figure && figure.options.yDomain).toEqual([-0.3, 0.3]);
    }
    expect("options" in spread && spread.options.domain).toEqual([-0.3, 0.3]);
    expect(spread.caption).toMatch(/The few beyond ±0.3 are in the outermost bins\.$/);
  });

  it("is drawn up to 0.2 at least, and to 1 at most", () => {
    expect(findings(known.map((value) => value / 100)).spread.caption).toContain("±0.2 ");
    expect(findings(known.map(() => 1)).spread.caption).toContain("±1 ");
  });

  it("stands over the shuffle in both charts, in the same bins", () => {
    const {bySignal, byDistance} = findings(known);
    for (const figure of [bySignal, byDistance]) {
      if (!("options" in figure)) throw new Error(figure.empty);
      expect(figure.options.means.map(({name}) => name)).toEqual(["shuffled", "measured"]);
      expect(new Set(figure.options.means.map(({edges}) => edges)).size).toBe(1);
    }
  });

  it("goes with signal correlation as Pearson's r of the pairs that have both", () => {
    const {r} = pearsonCorrelation([0.9, 0.1, -0.2, 0.3, 0.2], known.slice(0, 5));
    const {bySignal, answers} = findings(known);
    expect(bySignal.caption).toContain(`n = 5 pairs; over pairs, r = ${r.toFixed(3)}. Each unit is in many pairs`);
    expect(answers.signal).toContain(`r = ${r.toFixed(3)}. Units that respond alike also stray together more.`);
  });

  it("is judged by the sign of that r, and not where it is small", () => {
    const against = findings(known, {signal: known.map((value) => -value)});
    expect(against.answers.signal).toContain("Units that respond alike stray together less.");
    const apart = findings([0.1, 0.2, 0.1, 0.2, Number.NaN, Number.NaN], {signal: [1, 1, -1, -1, 0, 0]});
    expect(apart.answers.signal).toContain("r = 0.000. Here they have little to do with each other.");
  });

  it("says that mean responses hold noise, and of how many repeats they are", () => {
    expect(findings(known).answers.signal).toContain("Mean responses over n = 5 repeats hold some noise too.");
  });

  it("counts the pairs above 0.2, measured and shuffled", () => {
    expect(findings(known).answers.luck).toContain("2 pairs lie above 0.2, and 0 of the shuffled ones.");
  });

  it("has a mean between areas over the four pairs of two areas", () => {
    expect(findings(known).answers.between).toBe("Between different areas the mean is 0.087.");
  });

  it("compares the nearest pairs with the farthest", () => {
    expect(findings(known).answers.distance).toContain(
      "Below 0.25 mm the mean is 0.175; from 0.75 to 1 mm it is 0.125."
    );
  });

  it("is a sentence for each where no pair is known", () => {
    const {spread, bySignal, byDistance, byAreas, answers} = findings(known.map(() => Number.NaN));
    for (const figure of [spread, bySignal, byDistance, byAreas]) expect(figure).toHaveProperty("empty");
    expect(answers.luck).toBe("There are too few pairs of units to say.");
    expect(answers.between).toBe("");
  });
});

describe("noise correlations that rise to both ends of signal correlation", () => {
  /** 600 pairs: signal correlations of −0.7, 0 and 0.7, with the noise correlations and strengths of each. */
  function shape(noise: [number, number, number], spikes: [number, number, number]) {
    const place = (pair: number) => pair % 3;
    const of = (values: readonly number[], spread: number) =>
      Float64Array.from({length: 600}, (_, pair) => values[place(pair)] + (pair % 2 ? spread : -spread));
    const [signalPairs, pairs, strengths] = [of([-0.7, 0.05, 0.7], 0.01), of(noise, 0.01), of(spikes, 1)];
    return uShapeText(pairs, {signalPairs, bySignal: meanByBin(signalPairs, pairs, signalEdges), strengths});
  }

  it("are called U-shaped, and laid to the strength of pairs at both ends where that is so", () => {
    const text = shape([0.15, 0.04, 0.2], [26, 9, 18]);
    expect(text).toMatch(
      /^The line is U-shaped: around signal correlations of −0\.7, 0\.1 and 0\.7 the mean is 0\.150, 0\.040 and 0\.200\./
    );
    expect(text).toContain("the two units fire 26, 9 and 18 spikes in a presentation there");
  });

  it("are not laid to strength where the middle answers as strongly", () => {
    expect(shape([0.15, 0.04, 0.2], [9, 18, 26])).not.toContain("strength");
  });

  it("are no U where they rise or fall along the line", () => {
    expect(shape([0.02, 0.04, 0.2], [9, 9, 9])).toBeNull();
    expect(shape([0.2, 0.04, 0.02], [9, 9, 9])).toBeNull();
    expect(shape([0.2, 0.3, 0.2], [9, 9, 9])).toBeNull();
  });

  it("compare pairs of one strength: the means of the quarter that answers most strongly", () => {
    const signalPairs = Float64Array.from({length: 1200}, (_, pair) => [-0.7, 0.05, 0.7][pair % 3]);
    const strengths = Float64Array.from({length: 1200}, (_, pair) => (pair < 300 ? 40 : [5, 3, 5][pair % 3]));
    const pairs = Float64Array.from({length: 1200}, (_, pair) => (pair < 300 ? 0.3 : [0.1, 0.02, 0.1][pair % 3]));
    const bySignal = meanByBin(signalPairs, pairs, signalEdges);
    expect(uShapeText(pairs, {signalPairs, bySignal, strengths})).toContain(
      "the three means are 0.300, 0.300 and 0.300: what is left there is not strength."
    );
  });
});

describe("the strength of a pair", () => {
  it("is the geometric mean of the mean counts of its two units, in the order of all pairs", () => {
    const means = {rows: 2, columns: 3, values: Float64Array.of(1, 4, 0, 3, 14, 32)};
    // units have 2, 9 and 16 spikes
    expect([...pairStrengths(means)]).toEqual([Math.sqrt(18), Math.sqrt(32), 12]);
  });
});

describe("the other method", () => {
  it("is compared over the pairs that have a correlation by both", () => {
    const answer = otherMethodAnswer(
      Float64Array.of(0.1, 0.2, 0.3, Number.NaN),
      Float64Array.of(0.2, 0.4, Number.NaN, 0.9),
      NOISE_METHODS[0],
      [3, 2, 3]
    );
    expect(answer).toContain("r = 1.000; their means are 0.200 (z-scores, pooled) and 0.300 (the other).");
    expect(answer).toContain("Conditions have n = 2 to 3 repeats");
  });

  it("gives the same number where all conditions have as many repeats and units fire in each", async () => {
    const counts = {rows: 12, columns: 3, values: Float64Array.from({length: 36}, (_, i) => (i * i * 7) % 11)};
    const conditions = Array.from({length: 12}, (_, row) => row % 3);
    const pooled = pairValues(await noiseCorrelations(counts, conditions));
    const averaged = pairValues((await meanNoiseCorrelations(counts, conditions)).mean);
    expect(otherMethodAnswer(pooled, averaged, NOISE_METHODS[0], [4, 4, 4])).toMatch(
      /^Nothing where .* n = 4 repeats, .* for 3 of 3 pairs it is the same number\./
    );
    const unequal = conditions.map((condition, row) => (row === 0 ? 1 : condition));
    const [pooledOf, averagedOf] = [
      pairValues(await noiseCorrelations(counts, unequal)),
      pairValues((await meanNoiseCorrelations(counts, unequal)).mean)
    ];
    expect(Math.max(...pooledOf.map((value, pair) => Math.abs(value - averagedOf[pair])))).toBeGreaterThan(0.001);
  });

  it("says nothing without pairs", () => {
    expect(otherMethodAnswer(new Float64Array(0), new Float64Array(0), NOISE_METHODS[1], [])).toContain(
      "too few pairs"
    );
  });
});

describe("stimuli to count noise in", () => {
  it("are neither a film, whose frames are too short, nor the grey screen", () => {
    const all = ["drifting_gratings", "flashes", "natural_movie_one", "spontaneous"];
    expect(repeatedStimuli(all, all)).toEqual(["drifting_gratings", "flashes"]);
  });
});
