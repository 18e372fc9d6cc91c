import {countsByWindow, type SpikeCounts} from "../../analysis/counting/index.js";
import {columnValues} from "../../snapshot/index.js";
import {toTable} from "../columns.js";
import type {EcephysSession} from "../ecephys-session.js";
import {type ActivitySnapshotDetails, countActivity} from "./activity-snapshot.js";
import {type ConditionPresentation, cutSpikes, type SpikesSnapshotDetails} from "./cut-spikes.js";
import type {Content} from "./snapshot-content.js";

/** What a snapshot of counts says of itself. */
export interface SpikeCountsSnapshotDetails {
  /** The unit of each count in a list. */
  unitIds: number[];
  hasInvalidSpikes: boolean;
}

/** The spikes around the presentations of one stimulus; see {@link cutSpikes}. */
export async function spikesSnapshot(
  session: EcephysSession,
  stimulusName: string
): Promise<Content<SpikesSnapshotDetails>> {
  const spikeTimes = await session.spikeTimes();
  const presentations = await presentationsOf(session, stimulusName);
  const {table, details} = cutSpikes(presentations, [...spikeTimes.keys()], [...spikeTimes.values()]);
  return {table, details: {...details, hasInvalidSpikes: await session.hasInvalidSpikes()}};
}

/** The spikes of each unit in each presentation of one stimulus: stimulus_presentation_id, spike_counts (a list). */
export async function spikeCountsSnapshot(
  session: EcephysSession,
  stimulusName: string
): Promise<Content<SpikeCountsSnapshotDetails>> {
  const presentations = await presentationsOf(session, stimulusName);
  const spikeTimes = await session.spikeTimes();
  const unitIds = [...spikeTimes.keys()];
  const [starts, stops] = [presentations.map(({start}) => start), presentations.map(({stop}) => stop)];
  const counts = narrowest(countsByWindow([...spikeTimes.values()], starts, stops));
  return {
    table: toTable({
      stimulus_presentation_id: Int32Array.from(presentations, ({id}) => id),
      spike_counts: presentations.map((_, row) => counts.slice(row * unitIds.length, (row + 1) * unitIds.length))
    }),
    details: {unitIds, hasInvalidSpikes: await session.hasInvalidSpikes()}
  };
}

/** The same counts in a byte each where all fit: a page keeps what it fetches as it is. */
function narrowest(counts: Uint16Array | Uint32Array): SpikeCounts {
  return counts.every((count) => count <= 255) ? Uint8Array.from(counts) : counts;
}

/** The activity of each unit over the session, from the first presentation to the last; see {@link countActivity}. */
export async function activitySnapshot(session: EcephysSession): Promise<Content<ActivitySnapshotDetails>> {
  const presentations = await session.stimulusPresentations();
  const last = presentations.numRows() - 1;
  const span = [presentations.get("start_time", 0), presentations.get("stop_time", last)] as [number, number];
  return countActivity(await session.spikeTimes(), span);
}

async function presentationsOf(session: EcephysSession, stimulusName: string): Promise<ConditionPresentation[]> {
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
