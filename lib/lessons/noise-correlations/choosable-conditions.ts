import {maxIndex} from "d3";
import type {TuningCurve} from "../../analysis/tuning/index.js";
import {type Condition, type PlacedUnit, varyingParameters} from "../../words/index.js";

/**
 * The conditions of which there are repeats, which parameters set them apart, and the one to begin with: that in which
 * two units together fire most.
 * @param responses to each condition; its one parameter is the condition's id
 * @param all conditions of the session
 * @param pair the two units
 */
export function choosableConditions<Unit extends PlacedUnit>(
  {conditions: ids, mean}: Pick<TuningCurve, "conditions" | "mean">,
  all: readonly Condition[],
  {units, pair}: {units: readonly Unit[]; pair: readonly (Unit | undefined)[]}
) {
  const byId = new Map(all.map((condition) => [condition.stimulus_condition_id as number, condition]));
  const conditions = ids.map(([id]) => byId.get(id)!);
  const columns = pair.flatMap((unit) => (unit ? [units.indexOf(unit)] : []));
  const spikes = (row: number) => columns.reduce((sum, column) => sum + mean.values[row * mean.columns + column], 0);
  return {
    conditions,
    varying: varyingParameters(conditions),
    firstCondition: conditions[
      Math.max(
        0,
        maxIndex(ids, (_, row) => spikes(row))
      )
    ] as Condition | undefined,
    hasSpikes: () => true
  };
}
