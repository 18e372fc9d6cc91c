import {greatest} from "d3";
import type {MeanByBin} from "../../analysis/correlations/index.js";
import type {TuningCurve} from "../../analysis/tuning/index.js";
import {countedText, countText, decimalText} from "../../words/index.js";
import {
  type AreaPairs,
  betweenAreas,
  deviationText,
  hasCorrelations,
  knownCorrelations,
  nearAndFarText,
  TOO_FEW_PAIRS,
  withinAreas
} from "../correlations/index.js";

/** What the answers are computed from. */
export interface SignalResults {
  /** The signal correlation of each pair. */
  pairs: Float64Array;
  /** The same after a shuffle. */
  shuffledPairs: Float64Array;
  curve: TuningCurve;
  byAreas: AreaPairs;
  byDistance: MeanByBin;
  /** The edges of its bins (mm). */
  edges: readonly number[];
}

/** The answers to this page's questions, from this session's numbers. */
export function signalAnswers({pairs, shuffledPairs, curve, byAreas, byDistance, edges}: SignalResults) {
  if (!hasCorrelations(pairs)) {
    return {above: TOO_FEW_PAIRS, within: TOO_FEW_PAIRS, distance: TOO_FEW_PAIRS, spread: TOO_FEW_PAIRS};
  }
  const [known, shuffled] = [pairs, shuffledPairs].map(knownCorrelations);
  const nearAndFar = nearAndFarText(byDistance, edges);
  return {
    above: aboveText(known, shuffled),
    within: withinText(byAreas),
    distance: nearAndFar
      ? `${nearAndFar} Near units are also more often in one area: distance and area cannot be told apart by this figure alone. Choose one area, and look again.`
      : "There are too few distances to compare.",
    spread: `The correlation of k numbers with k others that have nothing to do with them has a standard deviation of 1/√(k − 1). With the ${countedText(curve.conditions.length, "conditions")} chosen now, that is ${decimalText(1 / Math.sqrt(curve.conditions.length - 1), 3)}, and the shuffle has ${deviationText(shuffled)}; the data have ${deviationText(known)}. The fewer conditions, the more luck looks like tuning.`
  };
}

/** The correlation above which the first question counts pairs. */
const HIGH = 0.5;

function aboveText(known: Float64Array, shuffled: Float64Array): string {
  const [above, byLuck] = [known, shuffled].map((values) => values.filter((value) => value > HIGH).length);
  const verdict =
    above > 2 * byLuck
      ? "There are far more alike pairs than luck makes."
      : "Luck makes about as many: these conditions, in these units, hold little signal.";
  return `${countText(above)} of ${countedText(known.length, "pairs")}; ${countText(byLuck)} in the shuffle. ${verdict}`;
}

function withinText(byAreas: AreaPairs): string {
  const between = betweenAreas(byAreas);
  const strongest = greatest(
    byAreas.filter(({areas: [a, b]}) => a === b),
    ({mean}) => mean
  );
  if (Number.isNaN(between)) return "Only one area is shown. Choose all areas.";
  if (!strongest) return "No area has two units, and so no pair within it.";
  return `The mean over pairs within an area is ${decimalText(withinAreas(byAreas), 3)}, between areas ${decimalText(between, 3)}. The strongest within is ${strongest.areas[0]}, ${decimalText(strongest.mean, 3)}.`;
}
