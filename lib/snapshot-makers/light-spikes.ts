import type {EcephysSession} from "../session/index.js";
import type {SpikesSnapshotDetails} from "../session/snapshots/index.js";
import {cutSpikes} from "./cut-spikes.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** How far spikes are kept before and after the onset of a pulse of light (s). */
export const LIGHT_MARGIN = {before: 0.03, after: 0.07};

/**
 * The spikes of each unit around the onset of each pulse of light: unit_id, spike_times (a list, s). Where these are too
 * many, the first pulses of each kind and level are kept.
 */
export async function lightSpikesSnapshot(session: EcephysSession): Promise<SnapshotContent<SpikesSnapshotDetails>> {
  const pulses = (await session.optogeneticStimulationEpochs()).objects() as Pulse[];
  const kinds = pulses.map(({stimulus_name, duration, level}) => `${stimulus_name} ${duration.toFixed(4)} ${level}`);
  const spikeTimes = await session.spikeTimes();
  const {table, details} = cutSpikes(
    pulses.map(({id, start_time}, i) => ({
      id,
      start: start_time,
      stop: start_time,
      conditionId: kinds.indexOf(kinds[i])
    })),
    [...spikeTimes.keys()],
    [...spikeTimes.values()],
    {margin: LIGHT_MARGIN}
  );
  return {table, details: {...details, hasInvalidSpikes: await session.hasInvalidSpikes()}};
}

interface Pulse {
  id: number;
  start_time: number;
  stimulus_name: string;
  duration: number;
  level: number;
}

export const lightSpikes: SnapshotMaker<never> = {
  parameters: {},
  readsSpikes: true,
  make: (session) => lightSpikesSnapshot(session)
};
