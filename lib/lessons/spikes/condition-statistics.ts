import type {ColumnTable} from "arquero";
import {greatest, groups, max, mean} from "d3";
import {columnValues} from "../../snapshot/index.js";
import type {PlacedUnit} from "../../words/index.js";

/** A row of `conditionwiseSpikeStatistics()`: how a unit fires in a condition, in spikes per presentation. */
export interface ConditionStatistics {
  unit_id: number;
  stimulus_condition_id: number;
  stimulus_presentation_count: number;
  spike_mean: number;
  spike_std: number;
  spike_sem: number;
}

/** How often the tutorial wants a condition presented before it compares its mean with others. */
const ENOUGH = 5;

/** How often a condition has to have been presented to be compared: what the tutorial asks for, or as often as any was. */
export function enoughPresentations(statistics: ColumnTable): number {
  return Math.min(ENOUGH, max(Array.from(columnValues<number>(statistics, "stimulus_presentation_count"))) ?? 1);
}

/**
 * The unit whose strongest condition stands out most from its average over all conditions, in units of what chance adds to
 * a count: (largest − mean) / √(mean + 1). Only conditions that were presented often enough count. None without statistics.
 */
export function mostDrivenUnit<Unit extends PlacedUnit>(
  units: readonly Unit[],
  statistics: ColumnTable,
  enough: number
): Unit | undefined {
  const rows = (statistics.objects() as ConditionStatistics[]).filter(
    (row) => row.stimulus_presentation_count >= enough
  );
  const scores = groups(rows, (row) => row.unit_id).map(([id, own]) => {
    const average = mean(own, (row) => row.spike_mean)!;
    return {id, score: (max(own, (row) => row.spike_mean)! - average) / Math.sqrt(average + 1)};
  });
  const best = greatest(scores, ({score}) => score);
  return best && units.find(({unit_id}) => unit_id === best.id);
}
