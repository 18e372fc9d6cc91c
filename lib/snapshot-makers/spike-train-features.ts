import {burstIndex} from "../analysis/clustering/index.js";
import {interspikeIntervals} from "../analysis/correlograms/index.js";
import type {EcephysSession} from "../session/index.js";
import {idColumn, type SpikeTrainFeaturesDetails, toTable} from "../session/snapshots/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/**
 * What the spikes of each unit in the whole session are like: unit_id, spikes (how many), median_isi (s), cv, lv,
 * burst_index; see `interspikeIntervals` and `burstIndex`. NaN for a unit with fewer than three spikes.
 */
export async function spikeTrainFeaturesSnapshot(
  session: EcephysSession
): Promise<SnapshotContent<SpikeTrainFeaturesDetails>> {
  const trains = await session.spikeTimes();
  const rows = [...trains].map(([id, train]) => ({id, train, intervals: interspikeIntervals(train)}));
  const spiking = [...trains.values()].filter(({length}) => length > 0);
  const first = spiking.reduce((least, train) => Math.min(least, train[0]), Number.POSITIVE_INFINITY);
  const last = spiking.reduce((most, train) => Math.max(most, train[train.length - 1]), Number.NEGATIVE_INFINITY);
  return {
    table: toTable({
      unit_id: idColumn(rows.map(({id}) => id)),
      spikes: Int32Array.from(rows, ({train}) => train.length),
      median_isi: Float64Array.from(rows, ({intervals}) => intervals.median),
      cv: Float64Array.from(rows, ({intervals}) => intervals.cv),
      lv: Float64Array.from(rows, ({intervals}) => intervals.lv),
      burst_index: Float64Array.from(rows, ({train}) => burstIndex(train))
    }),
    details: {seconds: spiking.length > 0 ? last - first : 0}
  };
}

export const spikeTrainFeatures: SnapshotMaker<never> = {
  parameters: {},
  readsSpikes: true,
  make: (session) => spikeTrainFeaturesSnapshot(session)
};
