import {lowerBound, upperBound} from "../analysis/counting/index.js";
import type {EcephysSession} from "../session/index.js";
import {idColumn, type SpikeTrainsSnapshotDetails, type TimeWindow, toTable} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import {PROBES} from "./parameters.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** A probe's snapshot holds at most so many spikes: those of two probes are within what a page may fetch at first, of six within all. */
export const MOST_SPIKES_OF_PROBE = 130_000;

/**
 * The spike trains of the units of a probe, in exact times, over a stretch of the session: unit_id, spike_times. The
 * stretch is the same for all probes, so that units of different probes can be compared; see {@link stretchWithin}. A
 * session without a probe of this name gives no units.
 */
export async function spikeTrainsSnapshot(
  session: EcephysSession,
  probe: string,
  mostSpikes = MOST_SPIKES_OF_PROBE
): Promise<SnapshotContent<SpikeTrainsSnapshotDetails>> {
  const [trains, units] = [await session.spikeTimes(), await session.units()];
  const [ids, probes] = [
    columnValues<number>(units, "unit_id"),
    Array.from(columnValues<string>(units, "probe_description"))
  ];
  const probeOf = new Map(probes.map((name, row) => [ids[row], name]));
  const ofProbe = (name: string) => [...trains].filter(([id]) => probeOf.get(id) === name);
  const groups = [...new Set(probes)].map((name) => ofProbe(name).map(([, train]) => train));
  const window = stretchWithin(groups, await firstFlash(session), mostSpikes);
  const own = ofProbe(probe);
  const cut = own.map(([, train]) => train.slice(lowerBound(train, window[0]), upperBound(train, window[1])));
  const count = (some: readonly Float64Array[]) => some.reduce((sum, {length}) => sum + length, 0);
  return {
    table: toTable({unit_id: idColumn(own.map(([id]) => id)), spike_times: cut}),
    details: {
      windows: [[window[0], window[1]]],
      spikes: {kept: count(cut), total: count(own.map(([, train]) => train))},
      hasInvalidSpikes: await session.hasInvalidSpikes()
    }
  };
}

async function firstFlash(session: EcephysSession): Promise<number> {
  const flashes = await session.stimulusTable("flashes");
  return flashes.numRows() > 0 ? (flashes.get("start_time", 0) as number) : Number.NEGATIVE_INFINITY;
}

/**
 * The stretch of time (s, both ends included) in which no group of trains has more than so many spikes: all of it, if
 * that is few enough; else from `anchor` on, as long as can be, or, if that reaches the end, also from before.
 */
export function stretchWithin(
  groups: readonly (readonly Float64Array[])[],
  anchor: number,
  mostSpikes: number
): TimeWindow {
  const trains = groups.flat().filter(({length}) => length > 0);
  const first = trains.reduce((least, train) => Math.min(least, train[0]), Number.POSITIVE_INFINITY);
  const last = trains.reduce((most, train) => Math.max(most, train[train.length - 1]), Number.NEGATIVE_INFINITY);
  if (trains.length === 0) return [0, 0];
  const fits = (from: number, to: number) =>
    groups.every((group) => {
      const spikes = group.reduce((sum, train) => sum + upperBound(train, to) - lowerBound(train, from), 0);
      return spikes <= mostSpikes;
    });
  if (fits(first, last)) return [first, last];
  const start = Math.min(Math.max(first, anchor), last);
  if (!fits(start, last)) return [start, nearest((stop) => fits(start, stop), start, last)];
  return [nearest((from) => fits(from, last), start, first), last];
}

/** How far one can go from where it holds towards where it does not, to the millisecond. */
function nearest(holds: (time: number) => boolean, from: number, to: number): number {
  let [good, bad] = [from, to];
  while (Math.abs(bad - good) > 0.001) {
    const middle = (good + bad) / 2;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

export const spikeTrains: SnapshotMaker<"probe"> = {
  parameters: {probe: PROBES},
  readsSpikes: true,
  make: (session, {probe}) => spikeTrainsSnapshot(session, probe)
};
