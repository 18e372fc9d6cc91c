import type {MeanByBin} from "../../analysis/correlations/index.js";
import {countText, decimalText} from "../../words/index.js";
import {
  type AreaPairs,
  betweenAreas,
  deviationText,
  hasCorrelations,
  knownCorrelations,
  meanText,
  nearAndFarText,
  TOO_FEW_PAIRS
} from "../correlations/index.js";
import {repeatsText} from "../presentations/index.js";

/** What the answers are computed from. */
export interface AnsweringResults {
  /** The noise correlation of each pair, and that after a shuffle. */
  pairs: Float64Array;
  shuffledPairs: Float64Array;
  /** How noise and signal correlation go together: Pearson's r over pairs. */
  withSignal: number;
  /** How many repeats each mean response is of. */
  repeats: ArrayLike<number>;
  /** That noise correlations rise to both ends of signal correlation, and why; null where they do not. */
  uShape: string | null;
  byAreas: AreaPairs;
  byDistance: MeanByBin;
  /** The edges of its bins (mm). */
  edges: readonly number[];
}

/** The correlation above which the first answer counts pairs. */
const HIGH = 0.2;

/** A correlation over all pairs that is smaller says that the two have little to do with each other. */
const SMALL = 0.05;

/** The answers to this page's questions, from this session's numbers. */
export function noiseAnswers(results: AnsweringResults) {
  const {pairs, shuffledPairs, byAreas, byDistance, edges} = results;
  if (!hasCorrelations(pairs))
    return {luck: TOO_FEW_PAIRS, signal: TOO_FEW_PAIRS, distance: TOO_FEW_PAIRS, between: ""};
  const nearAndFar = nearAndFarText(byDistance, edges);
  const between = betweenAreas(byAreas);
  return {
    luck: luckText(knownCorrelations(pairs), knownCorrelations(shuffledPairs)),
    signal: signalText(results),
    distance: nearAndFar
      ? `${nearAndFar} What is left at the far end is shared by the whole of what was recorded.`
      : "There are too few distances to compare.",
    between: Number.isNaN(between) ? "" : `Between different areas the mean is ${decimalText(between, 3)}.`
  };
}

function luckText(known: Float64Array, shuffled: Float64Array): string {
  const [above, byLuck] = [known, shuffled].map((values) => countText(values.filter((value) => value > HIGH).length));
  return `The mean over pairs is ${meanText(known)}, and ${meanText(shuffled, 4)} after the shuffle. ${above} pairs lie above ${HIGH}, and ${byLuck} of the shuffled ones. But a single pair’s correlation is uncertain: the shuffle alone spreads by ${deviationText(shuffled)}.`;
}

function signalText({withSignal: r, repeats, uShape}: AnsweringResults): string {
  const alike =
    r > 0 ? "Units that respond alike also stray together more." : "Units that respond alike stray together less.";
  const verdict = Math.abs(r) < SMALL ? "Here they have little to do with each other." : alike;
  const leak = `Mean responses over n = ${repeatsText(repeats)} repeats hold some noise too. What two units share of it lifts their signal correlation as well; take the two from different repeats to avoid that.`;
  return `Over all pairs, noise and signal correlation have r = ${decimalText(r, 3)}. ${uShape ?? verdict} ${leak} The shuffled line is flat: it has the same tuning, and no shared noise.`;
}
