import type {EcephysSession} from "../session/index.js";
import type {PresentationWindow} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";

/** A presentation and its condition. */
export interface ConditionPresentation extends PresentationWindow {
  conditionId: number;
}

/** The presentations of one stimulus, in the order of time. */
export async function conditionPresentations(
  session: EcephysSession,
  stimulusName: string
): Promise<ConditionPresentation[]> {
  const table = await session.stimulusTable(stimulusName);
  if (table.numRows() === 0) return [];
  const [ids, starts, stops, conditions] = [
    "stimulus_presentation_id",
    "start_time",
    "stop_time",
    "stimulus_condition_id"
  ].map((name) => columnValues<number>(table, name));
  return Array.from(ids, (id, row) => ({id, start: starts[row], stop: stops[row], conditionId: conditions[row]}));
}
