// A full-size session has 70,000 presentations, which every page of it loads. Nearly all of them stop when the next one
// starts, and their ids are their rows: what can be told from the rest of the table is not written into its snapshot.
import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";
import {toTable} from "../columns.js";

/** The stop, in a snapshot, of a presentation that lasts until the next one starts. */
export const AT_NEXT_START = Number.NEGATIVE_INFINITY;

/** The presentations that a snapshot of them was made from. */
export function takePresentations(snapshot: ColumnTable): ColumnTable {
  const column = (name: string) => columnValues<number>(snapshot, name) as Float64Array;
  const starts = column("start_time");
  return toTable({
    stimulus_presentation_id: Int32Array.from(column("places_ahead"), (ahead, row) => row + ahead),
    stimulus_name: column("stimulus_name"),
    stimulus_block: column("stimulus_block"),
    start_time: starts,
    stop_time: column("stop_time").map((stop, row) => (stop === AT_NEXT_START ? starts[row + 1] : stop)),
    stimulus_condition_id: column("stimulus_condition_id")
  });
}
