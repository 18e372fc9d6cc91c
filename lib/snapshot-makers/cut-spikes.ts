import type {ColumnTable} from "arquero";
import {lowerBound, upperBound} from "../analysis/counting/index.js";
import {
  idColumn,
  type PresentationWindow,
  type SpikesSnapshotDetails,
  type TimeWindow,
  toTable
} from "../session/snapshots/index.js";
import type {ConditionPresentation} from "./condition-presentations.js";

/** How far spikes are kept before the onset and after the end of a presentation (s). */
export const MARGIN = {before: 0.1, after: 0.25};

/** A snapshot of spikes holds at most about this many: a page that shows them first stays within its first 2 MB. */
export const MOST_SPIKES = 180_000;

/**
 * The spikes of every unit around presentations of one stimulus. Where these are too many, they are kept in rounds:
 * every condition's first presentation, then every second one, until the limit is reached.
 */
export function cutSpikes(
  presentations: readonly ConditionPresentation[],
  unitIds: readonly number[],
  trains: readonly Float64Array[],
  {mostSpikes = MOST_SPIKES, margin = MARGIN} = {}
): {table: ColumnTable; details: Omit<SpikesSnapshotDetails, "hasInvalidSpikes">} {
  const spanOf = ({start, stop}: PresentationWindow): TimeWindow => [start - margin.before, stop + margin.after];
  const kept = keepRounds(presentations, trains, mostSpikes, spanOf);
  const windows = union(kept.map(spanOf));
  return {
    table: toTable({unit_id: idColumn(unitIds), spike_times: trains.map((train) => cut(train, windows))}),
    details: {windows, presentations: {kept: kept.length, total: presentations.length}}
  };
}

function keepRounds(
  presentations: readonly ConditionPresentation[],
  trains: readonly Float64Array[],
  mostSpikes: number,
  spanOf: (presentation: PresentationWindow) => TimeWindow
): ConditionPresentation[] {
  const repeats = new Map<number, number>();
  const rounds = presentations.map((presentation) => {
    const round = repeats.get(presentation.conditionId) ?? 0;
    repeats.set(presentation.conditionId, round + 1);
    return {presentation, round};
  });
  const inRounds = rounds.sort((a, b) => a.round - b.round).map(({presentation}) => presentation);
  let spikes = 0;
  const tooMany = inRounds.findIndex((presentation) => {
    const [start, stop] = spanOf(presentation);
    for (const train of trains) spikes += upperBound(train, stop) - lowerBound(train, start);
    return spikes > mostSpikes;
  });
  return tooMany < 0 ? inRounds : inRounds.slice(0, tooMany);
}

/** Spans of time, sorted, with those that touch made one. */
function union(spans: readonly TimeWindow[]): TimeWindow[] {
  const merged: [number, number][] = [];
  for (const [start, stop] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], stop);
    else merged.push([start, stop]);
  }
  return merged;
}

function cut(train: Float64Array, windows: readonly TimeWindow[]): Float64Array {
  const pieces = windows.map(([start, stop]) => train.subarray(lowerBound(train, start), upperBound(train, stop)));
  const times = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    times.set(piece, position);
    position += piece.length;
  }
  return times;
}
