// A full-size session has 70,000 presentations, which every page of it loads. Nearly all of them stop when the next one
// starts, and their ids are their rows: what can be told from the rest of the table is not written into it.

import type {EcephysSession} from "../session/index.js";
import {AT_NEXT_START, toTable} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

const KEPT = ["stimulus_name", "stimulus_block", "start_time", "stimulus_condition_id"];

/**
 * When which condition was shown; the parameters follow from the snapshot of the conditions. stimulus_name, stimulus_block,
 * start_time (s), stimulus_condition_id, places_ahead (of its row, is a presentation's id), stop_time (s, −∞ for "when the
 * next one starts").
 */
export async function presentationsSnapshot(session: EcephysSession): Promise<SnapshotContent> {
  const presentations = await session.stimulusPresentations();
  const column = (name: string) => columnValues<number>(presentations, name);
  const [ids, starts, stops] = ["stimulus_presentation_id", "start_time", "stop_time"].map(column);
  return {
    table: toTable({
      ...Object.fromEntries(KEPT.map((name) => [name, column(name) as Float64Array])),
      places_ahead: Int32Array.from(ids, (id, row) => id - row),
      stop_time: Float64Array.from(stops, (stop, row) => (stop === starts[row + 1] ? AT_NEXT_START : stop))
    }),
    details: undefined
  };
}

export const stimulusPresentations: SnapshotMaker<never> = {parameters: {}, make: presentationsSnapshot};
