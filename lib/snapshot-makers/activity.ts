import type {ColumnTable} from "arquero";
import {countSpikes} from "../analysis/counting/index.js";
import type {EcephysSession} from "../session/index.js";
import {type BinsDetails, idColumn, toTable} from "../session/snapshots/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** How many bins the session is divided into: about one for each pixel of a wide figure. */
const BINS = 1000;

/** The spikes of each unit in equal bins over a span of the session: unit_id, spike_counts (a list). */
export function countActivity(
  spikeTimes: ReadonlyMap<number, Float64Array>,
  [start, stop]: readonly [start: number, stop: number]
): {table: ColumnTable; details: BinsDetails} {
  const width = (stop - start) / BINS;
  const edges = Float64Array.from({length: BINS + 1}, (_, i) => start + i * width);
  const counts = [...spikeTimes.values()].map((train) =>
    countSpikes([train], edges, edges.length, {edges: "half-open", binarize: false, bits: 16})
  );
  return {
    table: toTable({unit_id: idColumn([...spikeTimes.keys()]), spike_counts: counts}),
    details: {start, width}
  };
}

/** The activity of each unit over the session, from the first presentation to the last; see {@link countActivity}. */
export async function activitySnapshot(session: EcephysSession): Promise<SnapshotContent<BinsDetails>> {
  const presentations = await session.stimulusPresentations();
  const last = presentations.numRows() - 1;
  const span = [presentations.get("start_time", 0), presentations.get("stop_time", last)] as [number, number];
  return countActivity(await session.spikeTimes(), span);
}

export const activity: SnapshotMaker<never> = {parameters: {}, readsSpikes: true, make: activitySnapshot};
