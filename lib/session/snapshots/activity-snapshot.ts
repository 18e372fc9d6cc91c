import type {ColumnTable} from "arquero";
import {countSpikes} from "../../analysis/counting/index.js";
import {toTable} from "../columns.js";

/** What a snapshot of activity says of itself: its bins begin at start (s) and are width (s) wide. */
export interface ActivitySnapshotDetails {
  start: number;
  width: number;
}

/** How many bins the session is divided into: about one for each pixel of a wide figure. */
const BINS = 1000;

/** The spikes of each unit in equal bins over a span of the session: unit_id, spike_counts (a list). */
export function countActivity(
  spikeTimes: ReadonlyMap<number, Float64Array>,
  [start, stop]: readonly [start: number, stop: number]
): {table: ColumnTable; details: ActivitySnapshotDetails} {
  const width = (stop - start) / BINS;
  const edges = Float64Array.from({length: BINS + 1}, (_, i) => start + i * width);
  const counts = [...spikeTimes.values()].map((train) =>
    countSpikes([train], edges, edges.length, {edges: "half-open", binarize: false, bits: 16})
  );
  return {
    table: toTable({unit_id: Int32Array.from(spikeTimes.keys()), spike_counts: counts}),
    details: {start, width}
  };
}
