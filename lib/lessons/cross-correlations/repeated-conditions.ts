import type {TimeWindow} from "../../session/index.js";
import {type Condition, conditionLabel, type RowTable, varyingParameters} from "../../words/index.js";
import type {TimedPresentation} from "../presentations/index.js";

/** A stimulus condition that was shown again and again. */
export interface RepeatedCondition {
  id: string;
  name: string;
  /** When its presentations begin, and how long the first one is (s). */
  onsets: number[];
  duration: number;
}

/** A condition with fewer presentations is no basis for a predictor; a list with more conditions is no list to choose from. */
const FEWEST_REPEATS = 5;
const MOST_CONDITIONS = 40;

/**
 * The conditions with the most presentations wholly within a stretch of time, the most frequent first. Not films, whose
 * presentations are single frames, nor the grey screen.
 */
export function repeatedConditions(
  presentations: RowTable,
  conditions: RowTable,
  stretch: TimeWindow
): RepeatedCondition[] {
  const groups = new Map<number, RepeatedCondition & {stimulus: string}>();
  for (const presentation of presentations.objects() as TimedPresentation[]) {
    const {stimulus_condition_id: id, stimulus_name: stimulus, start_time, stop_time} = presentation;
    if (!isTrial(stimulus) || !(start_time >= stretch[0] && stop_time <= stretch[1])) continue;
    const group = groups.get(id) ?? {id: String(id), name: "", onsets: [], duration: stop_time - start_time, stimulus};
    group.onsets.push(start_time);
    groups.set(id, group);
  }
  const rows = conditions.objects() as (Condition & {stimulus_condition_id: number; stimulus_name: string})[];
  const conditionOf = new Map(rows.map((row) => [row.stimulus_condition_id, row]));
  const most = [...groups.values()]
    .filter(({onsets}) => onsets.length >= FEWEST_REPEATS)
    .sort((a, b) => b.onsets.length - a.onsets.length)
    .slice(0, MOST_CONDITIONS);
  const varying = new Map(
    [...new Set(most.map(({stimulus}) => stimulus))].map((stimulus) => [
      stimulus,
      varyingParameters(rows.filter((row) => row.stimulus_name === stimulus))
    ])
  );
  return most.map(({stimulus, ...group}) => ({
    ...group,
    name: `${stimulus}: ${conditionLabel(conditionOf.get(Number(group.id))!, varying.get(stimulus)!)}`
  }));
}

function isTrial(stimulusName: string): boolean {
  return !["spontaneous", "invalid_presentation"].includes(stimulusName) && !stimulusName.startsWith("natural_movie");
}

/** A condition with the number of its presentations, for a list. */
export function conditionText({name, onsets}: RepeatedCondition): string {
  return onsets.length ? `${name} (n = ${onsets.length})` : name;
}
