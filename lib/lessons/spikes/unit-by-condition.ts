import type {ColumnTable} from "arquero";
import {extent, greatest} from "d3";
import {
  type Condition,
  conditionLabel,
  countedText,
  hasPlace,
  type PlacedUnit,
  structureName
} from "../../words/index.js";
import type {ConditionStatistics} from "./condition-statistics.js";
import type {PresentedStimulus} from "./presented-stimulus.js";

/** How a unit fires in a condition, in spikes per presentation. */
interface ConditionMean {
  condition: Condition;
  value: number;
  /** Standard error of the mean; NaN of one presentation. */
  sem: number;
  n: number;
}

/**
 * The mean counts of one unit in each condition, and which condition drives it most.
 * @param statistics of all units, as `conditionwiseSpikeStatistics()` gives them
 * @param enough how often a condition must have been presented to be called the strongest
 */
export function unitByCondition(
  statistics: ColumnTable,
  unit: PlacedUnit | null,
  {enough, ...presented}: {enough: number} & Pick<PresentedStimulus, "stimulus" | "conditions" | "varying">
) {
  const byId = new Map(presented.conditions.map((condition) => [condition.stimulus_condition_id, condition]));
  const means = (statistics.objects() as ConditionStatistics[])
    .filter((row) => row.unit_id === unit?.unit_id)
    .map(
      (row): ConditionMean => ({
        condition: byId.get(row.stimulus_condition_id)!,
        value: row.spike_mean,
        sem: row.spike_sem,
        n: row.stimulus_presentation_count
      })
    );
  if (!unit || means.length === 0)
    return {
      empty: "There are no units, or no presentations of this stimulus, in this session. Choose another stimulus.",
      caption: ""
    };
  return {
    data: [means] as const,
    options: {
      label: "spikes per presentation",
      ariaLabel: `Mean spike counts of unit ${unit.unit_id} by condition of ${presented.stimulus}`
    },
    caption: captionOf(means, unit, {enough, ...presented})
  };
}

function captionOf(
  means: readonly ConditionMean[],
  unit: PlacedUnit,
  {enough, stimulus, varying}: {enough: number} & Pick<PresentedStimulus, "stimulus" | "varying">
): string {
  const best = greatest(
    means.filter(({n}) => n >= enough),
    ({value}) => value
  );
  if (!best) return "";
  const drawn = means.filter(({condition}) => hasPlace(condition, varying));
  const others = means.filter(({condition}) => !hasPlace(condition, varying));
  const labelled = (row: ConditionMean) => `${conditionLabel(row.condition, varying)}, ${meanText(row)}`;
  const averaged = varying.length > 2 ? `, averaged over ${varying.slice(2).join(", ")}` : "";
  const repeats = [...new Set(extent(drawn, ({n}) => n))].join(" to ");
  const notDrawn =
    others.length > 0 ? `Not drawn, because without these parameters: ${others.map(labelled).join("; ")}. ` : "";
  const which = means.length > 1 ? `Of conditions shown at least ${enough} times, the strongest is` : "It is";
  return `Unit ${unit.unit_id} in ${structureName(unit.ecephys_structure_acronym)}, ${countedText(drawn.length, "conditions")} of ${stimulus}${averaged}, n = ${repeats} presentations each. ${notDrawn}${which} ${conditionLabel(best.condition, varying)}, with ${meanText(best)}.`;
}

function meanText({value, sem, n}: ConditionMean): string {
  return `${value.toFixed(2)}${n > 1 ? ` ± ${sem.toFixed(2)} (SEM, n = ${n})` : " (n = 1)"}`;
}
