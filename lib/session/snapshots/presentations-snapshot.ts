// A full-size session has 70,000 presentations, which every page of it loads. Nearly all of them stop when the next one
// starts, and their ids are their places: what can be told from the rest of the table is not written into it.
import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";
import {toTable} from "../columns.js";
import type {EcephysSession} from "../ecephys-session.js";
import type {Content} from "./snapshot-content.js";

const KEPT = ["stimulus_name", "stimulus_block", "start_time", "stimulus_condition_id"];
/** The stop of a presentation that lasts until the next one starts. */
const AT_NEXT_START = Number.NEGATIVE_INFINITY;

/**
 * When which condition was shown; the parameters follow from the snapshot of the conditions. stimulus_name, stimulus_block,
 * start_time (s), stimulus_condition_id, places_ahead (of its place, is a presentation's id), stop_time (s, −∞ for "when the
 * next one starts").
 */
export async function presentationsSnapshot(session: EcephysSession): Promise<Content> {
  const presentations = await session.stimulusPresentations();
  const column = (name: string) => columnValues<number>(presentations, name);
  const [ids, starts, stops] = ["stimulus_presentation_id", "start_time", "stop_time"].map(column);
  return {
    table: toTable({
      ...Object.fromEntries(KEPT.map((name) => [name, column(name) as Float64Array])),
      places_ahead: Int32Array.from(ids, (id, place) => id - place),
      stop_time: Float64Array.from(stops, (stop, place) => (stop === starts[place + 1] ? AT_NEXT_START : stop))
    }),
    details: undefined
  };
}

/** The presentations that a snapshot of them was made from. */
export function presentationsIn(snapshot: ColumnTable): ColumnTable {
  const column = (name: string) => columnValues<number>(snapshot, name) as Float64Array;
  const starts = column("start_time");
  return toTable({
    stimulus_presentation_id: Int32Array.from(column("places_ahead"), (ahead, place) => place + ahead),
    stimulus_name: column("stimulus_name"),
    stimulus_block: column("stimulus_block"),
    start_time: starts,
    stop_time: column("stop_time").map((stop, place) => (stop === AT_NEXT_START ? starts[place + 1] : stop)),
    stimulus_condition_id: column("stimulus_condition_id")
  });
}
