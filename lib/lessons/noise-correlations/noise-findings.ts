import type {MeanByBin} from "../../analysis/correlations/index.js";
import type {Matrix} from "../../analysis/linear-algebra/index.js";
import {
  type AreaPairs,
  areaPairMeans,
  correlationSpread,
  distanceChart,
  type NamedMean,
  type PairCharts
} from "../correlations/index.js";
import {correlationOfKnown} from "./correlation-of-known.js";
import {axisLimit} from "./drawn-limit.js";
import {noiseAnswers} from "./noise-answers.js";
import {noiseBySignal} from "./noise-by-signal.js";
import {pairStrengths} from "./pair-strengths.js";
import {signalEdges} from "./signal-edges.js";
import {uShapeText} from "./u-shape.js";

/** What the page has computed of all pairs. */
export interface NoiseResults extends Pick<PairCharts, "units" | "choose"> {
  /** The noise correlation of each pair, and that after a shuffle with a seed. */
  pairs: Float64Array;
  shuffledPairs: Float64Array;
  seed: number;
  /** The signal correlation of each pair, and the mean noise correlations in bins of it. */
  signalPairs: Float64Array;
  /** The mean count of each condition (rows) and unit (columns), and over how many repeats it is. */
  responses: {mean: Matrix; n: ArrayLike<number>};
  bySignal: MeanByBin;
  shuffledBySignal: MeanByBin;
  /** The distance of each pair (mm), and the mean noise correlations in bins of it. */
  distances: Float64Array;
  edges: number[];
  byDistance: MeanByBin;
  shuffledByDistance: MeanByBin;
  byAreas: AreaPairs;
}

/** The figures of all pairs, on one scale of noise correlations, and the answers that they give. */
export function noiseFindings(results: NoiseResults) {
  const {pairs, shuffledPairs, seed, signalPairs, responses, distances, edges, byAreas, units, choose} = results;
  const strengths = pairStrengths(responses.mean);
  const shared: PairCharts = {kind: "noise", units, choose, limit: axisLimit(pairs)};
  const correlation = correlationOfKnown(signalPairs, pairs);
  const meansBySignal = namedMeans(signalEdges, results.bySignal, results.shuffledBySignal);
  const meansByDistance = namedMeans(edges, results.byDistance, results.shuffledByDistance);
  return {
    spread: noiseSpread(pairs, shuffledPairs, {limit: shared.limit, seed}),
    bySignal: noiseBySignal(pairs, signalPairs, {...shared, means: meansBySignal, correlation}),
    byDistance: distanceChart(pairs, distances, meansByDistance, shared),
    byAreas: areaPairMeans(byAreas, "noise"),
    answers: noiseAnswers({
      ...results,
      withSignal: correlation.r,
      repeats: responses.n,
      uShape: uShapeText(pairs, {...results, strengths})
    })
  };
}

function noiseSpread(pairs: Float64Array, shuffledPairs: Float64Array, {limit, seed}: {limit: number; seed: number}) {
  const spread = correlationSpread(pairs, shuffledPairs, {kind: "noise", limit, seed});
  if ("empty" in spread) return spread;
  return {...spread, caption: `${spread.caption} The few beyond ±${limit} are in the outermost bins.`};
}

/** The means as they are drawn: those of the pairs over those of the shuffle. */
function namedMeans(edges: number[], measured: MeanByBin, shuffled: MeanByBin): NamedMean[] {
  return [
    {name: "shuffled", color: "var(--theme-foreground-muted)", edges, ...shuffled},
    {name: "measured", color: "var(--theme-foreground-focus)", edges, ...measured}
  ];
}
