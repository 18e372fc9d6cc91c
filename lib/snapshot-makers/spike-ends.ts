import type {EcephysSession} from "../session/index.js";
import {idColumn, toTable} from "../session/snapshots/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** How many spikes of each end of a train are kept. */
const ENDS = 3;

/**
 * How many spikes each unit fired in the whole session, and when the first and the last ones were: unit_id, spike_count,
 * first_spike_times, last_spike_times (lists, s).
 */
export async function spikeEndsSnapshot(session: EcephysSession): Promise<SnapshotContent> {
  const trains = [...(await session.spikeTimes())];
  return {
    table: toTable({
      unit_id: idColumn(trains.map(([id]) => id)),
      spike_count: Int32Array.from(trains, ([, train]) => train.length),
      first_spike_times: trains.map(([, train]) => train.slice(0, ENDS)),
      last_spike_times: trains.map(([, train]) => train.slice(-ENDS))
    }),
    details: undefined
  };
}

export const spikeEnds: SnapshotMaker<never> = {
  parameters: {},
  readsSpikes: true,
  make: (session) => spikeEndsSnapshot(session)
};
