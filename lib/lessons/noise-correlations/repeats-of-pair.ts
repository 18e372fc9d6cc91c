import {range, sort} from "d3";
import {zScoresWithinConditions} from "../../analysis/correlations/index.js";
import {asMatrix, type Matrix, type MatrixLike, matrixRows, takeColumns} from "../../analysis/linear-algebra/index.js";
import {pearsonCorrelation} from "../../analysis/statistics/index.js";
import {responsesOfUnit} from "../../analysis/tuning/index.js";
import {
  type Condition,
  conditionLabel,
  countedText,
  decimalText,
  type PlacedUnit,
  structureName
} from "../../words/index.js";
import {chosenPair, hasCorrelations, NO_PAIRS} from "../correlations/index.js";
import type {Presentation} from "../presentations/index.js";
import {luckOfRepeats} from "./luck-of-repeats.js";
import {POOLED_SCORES} from "./noise-methods.js";

/** What the figures of one pair are of. */
export interface PairRepeats<Unit extends PlacedUnit> {
  /** All units, in the order of the columns of the counts. */
  units: readonly Unit[];
  first: Unit | null;
  second: Unit | null;
  presentations: readonly Presentation[];
  /** The condition of each presentation; NaN for none. */
  conditions: readonly number[];
  /** Presentations × units. */
  counts: MatrixLike;
  /** The condition that is shown by itself, and the parameters that set conditions apart. */
  condition: Condition | null;
  varying: readonly string[];
  /** How the noise correlations were computed. */
  method: string;
  /** The colour of an area. */
  colorOf: (acronym: string | null) => string;
}

/**
 * The counts of two units against each other in the repeats of one condition, and their z-scores in those of all; what
 * luck makes of so many repeats; and where the units stand among all.
 * @param pairs the noise correlation of each pair
 */
export function repeatsOfPair<Unit extends PlacedUnit>(
  pairs: Float64Array,
  {units, first, second, presentations, conditions, counts, condition, varying, method, colorOf}: PairRepeats<Unit>
) {
  const luck = luckOfRepeats(conditions, condition);
  const chosen = chosenPair(units, first, second);
  if (!first || !second || !condition || !hasCorrelations(pairs)) {
    return {figures: [NO_PAIRS], caption: "", luck, chosen};
  }
  const known = range(conditions.length).filter((row) => !Number.isNaN(conditions[row]));
  const rows = known.filter((row) => conditions[row] === condition.stimulus_condition_id);
  const ofBoth = takeColumns(asMatrix(counts), [chosen.first, chosen.second]);
  const inCondition = columnsOf(matrixRows(ofBoth, rows));
  const inAll = columnsOf(zScoresWithinConditions(ofBoth, conditions));
  const scoredRows = sort(known, (row) => conditions[row]);
  const options = (what: string, own: readonly number[]) => ({
    xLabel: `${what} of unit ${first.unit_id}`,
    yLabel: `${what} of unit ${second.unit_id}`,
    xColor: colorOf(first.ecephys_structure_acronym),
    yColor: colorOf(second.ecephys_structure_acronym),
    points: "presentations",
    nameOf: (point: number) => `presentation ${presentations[own[point]].stimulus_presentation_id}`
  });
  const names = `units ${first.unit_id} and ${second.unit_id}`;
  return {
    figures: [
      {
        data: inCondition,
        options: {...options("spikes", rows), ariaLabel: `Spike counts of ${names} in the repeats of one condition`},
        caption: ""
      },
      {
        data: inAll,
        options: {...options("z-score", scoredRows), ariaLabel: `z-scores of ${names} in all conditions`},
        caption: ""
      }
    ],
    caption:
      first === second ? "These are one and the same unit. Choose another one." : captionOf(first, second, condition),
    luck,
    chosen
  };

  function captionOf(a: Unit, b: Unit, shown: Condition): string {
    const [one, all] = [inCondition, inAll].map(([x, y]) => rText(pearsonCorrelation(x, y).r));
    return `Units ${a.unit_id} in ${structureName(a.ecephys_structure_acronym)} and ${b.unit_id} in ${structureName(b.ecephys_structure_acronym)}. In condition ${conditionLabel(shown, varying)}, ${one} over n = ${countedText(rows.length, "presentations")}; of the z-scores, ${all} over n = ${scoredRows.length}. The ${method === POOLED_SCORES ? "latter" : "mean over conditions"} is the noise correlation in the matrix: ${rText(pairs[chosen.pair])}.`;
  }
}

/** The two columns of a matrix. */
function columnsOf(matrix: Matrix) {
  return [responsesOfUnit({mean: matrix}, 0), responsesOfUnit({mean: matrix}, 1)] as const;
}

function rText(r: number): string {
  return Number.isNaN(r) ? "no r, for one of the two never varies," : `r = ${decimalText(r, 3)}`;
}
