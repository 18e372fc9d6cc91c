import {countsByWindow, type SpikeCounts} from "../analysis/counting/index.js";
import type {EcephysSession} from "../session/index.js";
import {type SpikeCountsSnapshotDetails, toTable} from "../session/snapshots/index.js";
import {conditionPresentations} from "./condition-presentations.js";
import {STIMULI} from "./parameters.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** The spikes of each unit in each presentation of one stimulus: stimulus_presentation_id, spike_counts (a list). */
export async function spikeCountsSnapshot(
  session: EcephysSession,
  stimulusName: string
): Promise<SnapshotContent<SpikeCountsSnapshotDetails>> {
  const presentations = await conditionPresentations(session, stimulusName);
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

export const spikeCounts: SnapshotMaker<"stimulus"> = {
  parameters: {stimulus: STIMULI},
  readsSpikes: true,
  make: (session, {stimulus}) => spikeCountsSnapshot(session, stimulus)
};
