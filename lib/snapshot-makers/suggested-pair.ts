import {allCrossCorrelograms, putativeConnections} from "../analysis/correlograms/index.js";
import {type Interval, spikesOutside} from "../analysis/responses/index.js";
import type {EcephysSession} from "../session/index.js";
import {idColumn, toTable} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";
import {spikeTrainsSnapshot} from "./spike-trains.js";

/** How long before and after a pulse of light spikes are left out (s). */
const AROUND_LIGHT = {before: 0.05, after: 0.1};

/**
 * The two units whose cross-correlogram most looks like a monosynaptic connection, for a page to begin with:
 * presynaptic, postsynaptic (unit ids), in one row, or in none where no pair passes the test of `putativeConnections` at
 * a level of 0.01. In the same stretch of time as {@link spikeTrainsSnapshot}, without spikes around pulses of light.
 */
export async function suggestedPairSnapshot(session: EcephysSession, mostSpikes?: number): Promise<SnapshotContent> {
  const pulses = (await session.optogeneticStimulationEpochs()).objects().map((row): Interval => {
    const {start_time, stop_time} = row as {start_time: number; stop_time: number};
    return [start_time - AROUND_LIGHT.before, stop_time + AROUND_LIGHT.after];
  });
  const ids: number[] = [];
  const trains: Float64Array[] = [];
  for (const probe of new Set(Array.from(columnValues<string>(await session.units(), "probe_description")))) {
    const {table} = await spikeTrainsSnapshot(session, probe, mostSpikes);
    ids.push(...Array.from(columnValues<number>(table, "unit_id")));
    for (const train of Array.from(columnValues<Float64Array>(table, "spike_times"))) {
      trains.push(spikesOutside(train, pulses));
    }
  }
  const correlograms = await allCrossCorrelograms(trains, {window: 0.025, binWidth: 0.0005});
  const [best] = await putativeConnections(correlograms, {level: 0.01});
  const found = best ? [best] : [];
  return {
    table: toTable({
      presynaptic: idColumn(found.map(({presynaptic}) => ids[presynaptic])),
      postsynaptic: idColumn(found.map(({postsynaptic}) => ids[postsynaptic]))
    }),
    details: undefined
  };
}

export const suggestedPair: SnapshotMaker<never> = {
  parameters: {},
  readsSpikes: true,
  make: (session) => suggestedPairSnapshot(session)
};
