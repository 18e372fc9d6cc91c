import type {ColumnTable} from "arquero";
import {type Column, type Columns, takeRows} from "../../array/index.js";
import type {NwbFile} from "../../nwb/index.js";
import {toTable} from "../columns.js";
import {intervalsTagged, overlaps} from "../tables/invalid-times.js";
import {assignConditionIds} from "./condition-ids.js";
import {type RawValue, readPresentations} from "./raw-presentations.js";
import {standardColumns} from "./stimulus-columns.js";
import {parseStimulusValue, type StimulusValue} from "./stimulus-value.js";

/** The columns of a presentation that do not follow from its condition. */
const OF_PRESENTATION = new Set(["start_time", "stop_time", "stimulus_block"]);

/** What was shown, in two tables: when which condition was shown, and what the conditions are. */
export interface PresentedStimuli {
  /**
   * One row per presentation, in time order: stimulus_presentation_id, stimulus_name, stimulus_block (null in
   * spontaneous periods), start_time and stop_time (s), stimulus_condition_id. An invalid presentation is named
   * invalid_presentation; its block and condition are NaN.
   */
  presentations: ColumnTable;
  /** One row per condition: stimulus_condition_id, stimulus_name and every parameter, inapplicable ones null. */
  conditions: ColumnTable;
}

/** Reads what was shown; presentations that overlap an interval tagged `stimulus` are marked as invalid. */
export function readPresentedStimuli(file: NwbFile, invalidTimes: ColumnTable): PresentedStimuli {
  const raw = readPresentations(file);
  const columns = standardColumns(raw);
  const parameters = [...columns.keys()].filter((name) => !OF_PRESENTATION.has(name)).sort();
  const {ids, firstRows} = assignConditionIds(
    parameters.map((name) => columns.get(name)!),
    raw.length
  );
  return {
    presentations: markInvalid(presentationColumns(columns, ids), invalidTimes),
    conditions: toTable(conditionColumns(columns, parameters, firstRows))
  };
}

function presentationColumns(columns: Map<string, RawValue[]>, conditionIds: Int32Array): Columns {
  const numbers = (name: string) => Float64Array.from((columns.get(name) ?? []) as number[]);
  return {
    stimulus_presentation_id: Int32Array.from(conditionIds, (_, row) => row),
    stimulus_name: columns.get("stimulus_name") ?? [],
    stimulus_block: (columns.get("stimulus_block") ?? new Array<RawValue>(conditionIds.length).fill("null")).map(
      parseStimulusValue
    ),
    start_time: numbers("start_time"),
    stop_time: numbers("stop_time"),
    stimulus_condition_id: conditionIds
  };
}

function conditionColumns(
  columns: Map<string, RawValue[]>,
  parameters: string[],
  firstRows: number[]
): [string, Column][] {
  const parsed = new Map<RawValue, StimulusValue>();
  const parse = (value: RawValue) => {
    if (!parsed.has(value)) parsed.set(value, parseStimulusValue(value));
    return parsed.get(value)!;
  };
  const {length} = firstRows;
  return [
    ["stimulus_condition_id", Int32Array.from({length}, (_, id) => id)],
    ["stimulus_name", takeRows(columns.get("stimulus_name") ?? [], firstRows)],
    ...parameters
      .filter((name) => name !== "stimulus_name")
      .map((name): [string, Column] => [name, takeRows(columns.get(name)!, firstRows).map(parse)])
  ];
}

function markInvalid(columns: Columns, invalidTimes: ColumnTable): ColumnTable {
  const intervals = intervalsTagged(invalidTimes, ["stimulus"]);
  const starts = columns.start_time as Float64Array;
  const stops = columns.stop_time as Float64Array;
  const invalid = Array.from(starts, (start, row) =>
    intervals.some((interval) => overlaps({start, stop: stops[row]}, interval))
  );
  if (!invalid.includes(true)) return toTable(columns);
  const masked = (column: ArrayLike<unknown>, value: unknown) =>
    Array.from(column, (own, row) => (invalid[row] ? value : own));
  return toTable({
    ...columns,
    stimulus_name: masked(columns.stimulus_name, "invalid_presentation"),
    stimulus_block: masked(columns.stimulus_block, Number.NaN),
    stimulus_condition_id: Float64Array.from(masked(columns.stimulus_condition_id, Number.NaN) as number[])
  });
}
