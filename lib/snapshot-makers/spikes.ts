import type {EcephysSession} from "../session/index.js";
import type {SpikesSnapshotDetails} from "../session/snapshots/index.js";
import {conditionPresentations} from "./condition-presentations.js";
import {cutSpikes} from "./cut-spikes.js";
import {STIMULI} from "./parameters.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** The spikes around the presentations of one stimulus; see {@link cutSpikes}. */
export async function spikesSnapshot(
  session: EcephysSession,
  stimulusName: string
): Promise<SnapshotContent<SpikesSnapshotDetails>> {
  const spikeTimes = await session.spikeTimes();
  const presentations = await conditionPresentations(session, stimulusName);
  const {table, details} = cutSpikes(presentations, [...spikeTimes.keys()], [...spikeTimes.values()]);
  return {table, details: {...details, hasInvalidSpikes: await session.hasInvalidSpikes()}};
}

export const spikes: SnapshotMaker<"stimulus"> = {
  parameters: {stimulus: STIMULI},
  readsSpikes: true,
  make: (session, {stimulus}) => spikesSnapshot(session, stimulus)
};
