import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";
import {toTable} from "../columns.js";

/**
 * The time from the end of each presentation to the start of the next: from_presentation_id, to_presentation_id,
 * interval (s).
 * @param names only pairs of presentations that both show one of these stimuli
 */
export function interPresentationIntervals(presentations: ColumnTable, names?: readonly string[]): ColumnTable {
  const ids = columnValues<number>(presentations, "stimulus_presentation_id");
  const starts = columnValues<number>(presentations, "start_time");
  const stops = columnValues<number>(presentations, "stop_time");
  const shown = columnValues<string>(presentations, "stimulus_name");
  const isWanted = (row: number) => !names || names.includes(shown[row]);
  const pairs = Array.from({length: Math.max(0, ids.length - 1)}, (_, row) => row).filter(
    (row) => isWanted(row) && isWanted(row + 1)
  );
  return toTable({
    from_presentation_id: Int32Array.from(pairs, (row) => ids[row]),
    to_presentation_id: Int32Array.from(pairs, (row) => ids[row + 1]),
    interval: Float64Array.from(pairs, (row) => starts[row + 1] - stops[row])
  });
}
