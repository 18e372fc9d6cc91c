import {countText, decimalText} from "../../words/index.js";
import {type CircularTuning, isFitted, oppositePeak} from "./circular-tuning.js";
import {meanText} from "./response-text.js";
import {COMPARED_SEEDS, countTuned, SIGNIFICANCE_LEVEL} from "./significance.js";
import {extremeResponses, hasCurve, type TunedUnit} from "./tuned-unit.js";

/** What the answers are computed from, besides the curve of the unit. */
export interface TuningResults extends CircularTuning {
  /** The p-value of each unit of the area. */
  pOfArea: Float64Array;
  /** The p-value of the unit with each of the seeds that are compared. */
  pBySeed: readonly number[];
  permutations: number;
}

/** The answers to this page's questions, from this session's numbers; none without a curve. */
export function tuningAnswers(tuned: TunedUnit | null, results: TuningResults) {
  if (!hasCurve(tuned)) return {};
  return {
    preferred: preferredText(tuned, results.parameter),
    blank: blankText(tuned),
    selectivity: selectivityText(results),
    area: areaText(results.pOfArea),
    seeds: seedsText(results)
  };
}

function preferredText(tuned: TunedUnit, parameter: string): string {
  const {values, mean, sem} = tuned;
  const {best, worst} = extremeResponses(tuned);
  const apart = (mean[best] - mean[worst]) / Math.hypot(sem[best], sem[worst]);
  return `${parameter} ${values[best]}, with ${meanText(mean[best], sem[best])} spikes per presentation. The lowest is ${meanText(mean[worst], sem[worst])} at ${values[worst]}: ${decimalText(apart, 1)} standard errors of the difference. But you chose the highest and the lowest after looking, so some of that is luck; the permutations take it into account.`;
}

function blankText(tuned: TunedUnit): string {
  const {values, mean, blank} = tuned;
  if (!blank?.n) {
    return "This stimulus was shown without blank sweeps, so there is nothing to compare with. Choose drifting_gratings.";
  }
  const {best} = extremeResponses(tuned);
  const fewer = values.filter((_, i) => mean[i] < blank.mean).length;
  const surplus = mean[best] - blank.mean;
  const more = `${decimalText(Math.abs(surplus), 2)} ${surplus >= 0 ? "more" : "fewer"}`;
  return `In ${blank.n} blank sweeps it fired ${meanText(blank.mean, blank.sem)} spikes. Its preferred value gives ${more}, and ${fewer} of ${values.length} values give fewer than the grey screen: a stimulus can also suppress a unit.`;
}

function selectivityText({parameter, period, osi, dsi, fit}: TuningResults): string {
  if (!period) return `${parameter} is not an angle here. Choose the orientation of drifting_gratings.`;
  if (period === 180) {
    return `A standing grating has an orientation and no direction: only OSI has a meaning, and it is ${decimalText(osi, 3)}. Choose drifting_gratings to ask for a direction.`;
  }
  const verdict =
    dsi > osi
      ? "The greater DSI means that one direction stands out against its opposite."
      : "The greater OSI means that the unit responds to opposite directions more alike than to directions at right angles.";
  const opposite = isFitted(fit)
    ? ` The fitted peak opposite the higher one is ${oppositePeak(fit) ?? 0}\u00a0% as high.`
    : "";
  return `OSI is ${decimalText(osi, 3)} and DSI ${decimalText(dsi, 3)}. ${verdict}${opposite}`;
}

function areaText(pOfArea: Float64Array): string {
  const expected = decimalText(SIGNIFICANCE_LEVEL * pOfArea.length, 1);
  return `${countTuned(pOfArea)} of ${pOfArea.length} have p < ${SIGNIFICANCE_LEVEL}. If none were tuned, you would expect ${expected} of them, one in twenty.`;
}

function seedsText({pBySeed, permutations}: TuningResults): string {
  const verdict = new Set(pBySeed).size === 1 ? "Not for this unit" : "A little";
  const list = pBySeed.map((p) => decimalText(p, 3)).join(", ");
  const least = decimalText(1 / (permutations + 1), 4);
  return `${verdict}: seeds ${COMPARED_SEEDS[0]} to ${COMPARED_SEEDS.at(-1)} give p = ${list}. With ${countText(permutations)} permutations no p can be less than ${least}. If the answer to a question depends on the seed, there are too few permutations.`;
}
