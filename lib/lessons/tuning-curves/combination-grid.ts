import {responsesOfUnit, type TuningCurve} from "../../analysis/tuning/index.js";
import type {Condition} from "../../words/index.js";
import {countedText} from "../../words/index.js";
import {repeatsText} from "../presentations/index.js";
import {type NamedUnit, unitName} from "./response-text.js";

/** What a grid of responses is of. */
export interface CombinationGrid {
  unit: NamedUnit | null;
  /** The column of the unit among those of the curve. */
  column: number;
  stimulus: string;
  /** The two parameters, by AllenSDK's names. */
  parameter: string;
  second: string | null;
}

/**
 * The mean response of a unit to each combination of two parameters.
 * @param both the tuning curve over the two; null if only one changes
 */
export function combinationGrid(
  both: TuningCurve | null,
  {unit, column, stimulus, parameter, second}: CombinationGrid
) {
  if (!unit || !both || !second || both.conditions.length === 0) {
    return {empty: `Only one parameter of ${stimulus} varies. Choose another stimulus.`, caption: ""};
  }
  const [mean, sem] = [responsesOfUnit(both, column), responsesOfUnit({mean: both.sem}, column)];
  const combinations = both.conditions.map(([value, other], i) => {
    const condition: Condition = {
      stimulus_condition_id: i,
      stimulus_name: stimulus,
      [parameter]: value,
      [second]: other
    };
    return {condition, value: mean[i], sem: sem[i], n: both.n[i]};
  });
  return {
    data: [combinations] as const,
    options: {
      label: "spikes per presentation",
      ariaLabel: `Mean spike counts of unit ${unit.unit_id} by ${parameter} and ${second}`
    },
    caption: `${unitName(unit)}: ${countedText(combinations.length, "conditions")}, n = ${repeatsText(both.n)} presentations each.`
  };
}
