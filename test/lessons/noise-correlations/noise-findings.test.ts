import {describe, expect, it} from "vitest";
import {meanByAreaPair, meanByBin, pearsonCorrelation} from "../../../lib/analysis/index.js";
import {distanceEdges} from "../../../lib/lessons/correlations/index.js";
import {
  NOISE_METHODS,
  noiseFindings,
  otherMethodAnswer,
  repeatedStimuli,
  signalEdges
} from "../../../lib/lessons/noise-correlations/index.js";
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
    expect(bySignal.caption).toBe(`n = 5 pairs; over pairs, r = ${r.toFixed(3)}.`);
    expect(answers.signal).toContain(`r = ${r.toFixed(3)}. Units that respond alike also stray together more.`);
  });

  it("is judged by the sign of that r, and not where it is small", () => {
    const against = findings(known, {signal: known.map((value) => -value)});
    expect(against.answers.signal).toContain("Units that respond alike stray together less.");
    const apart = findings([0.1, 0.2, 0.1, 0.2, Number.NaN, Number.NaN], {signal: [1, 1, -1, -1, 0, 0]});
    expect(apart.answers.signal).toContain("r = 0.000. Here they have little to do with each other.");
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

describe("the other method", () => {
  it("is compared over the pairs that have a correlation by both", () => {
    const answer = otherMethodAnswer(
      Float64Array.of(0.1, 0.2, 0.3, Number.NaN),
      Float64Array.of(0.2, 0.4, Number.NaN, 0.9),
      NOISE_METHODS[0]
    );
    expect(answer).toContain("r = 1.000; their means are 0.200 (z-scores, pooled) and 0.300 (the other).");
  });

  it("says nothing without pairs", () => {
    expect(otherMethodAnswer(new Float64Array(0), new Float64Array(0), NOISE_METHODS[1])).toContain("too few pairs");
  });
});

describe("stimuli to count noise in", () => {
  it("are neither a film, whose frames are too short, nor the grey screen", () => {
    const all = ["drifting_gratings", "flashes", "natural_movie_one", "spontaneous"];
    expect(repeatedStimuli(all, all)).toEqual(["drifting_gratings", "flashes"]);
  });
});
