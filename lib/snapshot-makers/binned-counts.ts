import type {EcephysSession} from "../session/index.js";
import {type BinnedCountsSnapshotDetails, toTable} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import {BINNED_STIMULI} from "./parameters.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** A snapshot holds at most so many counts: a page that shows them stays within its budget. */
export const MOST_COUNTS = 6_000_000;

/**
 * The spikes of each unit in bins around the onset of the presentations of one stimulus, as
 * `presentationwiseSpikeCounts` counts them: stimulus_presentation_id, spike_counts (a list: bins × units; more than
 * 255 are 255). Where there are too many, every condition's first presentations are kept.
 */
export async function binnedCountsSnapshot(
  session: EcephysSession,
  stimulusName: string,
  mostCounts = MOST_COUNTS
): Promise<SnapshotContent<BinnedCountsSnapshotDetails>> {
  const unitIds = [...(await session.spikeTimes()).keys()];
  const table = await session.stimulusTable(stimulusName);
  const total = table.numRows();
  const column = (name: string) => (total > 0 ? Array.from(columnValues<number>(table, name)) : []);
  const [ids, conditions] = [column("stimulus_presentation_id"), column("stimulus_condition_id")];
  const binEdges = edgesFor(column("duration"));
  const perPresentation = unitIds.length * (binEdges.length - 1);
  const kept = inRounds(conditions)
    .slice(0, Math.floor(mostCounts / Math.max(1, perPresentation)))
    .sort((a, b) => a - b);
  const counts = kept.length
    ? (
        await session.presentationwiseSpikeCounts(
          binEdges,
          kept.map((row) => ids[row]),
          unitIds
        )
      ).values
    : [];
  return {
    table: toTable({
      stimulus_presentation_id: Int32Array.from(kept, (row) => ids[row]),
      spike_counts: kept.map((_, i) =>
        Uint8Array.from({length: perPresentation}, (_, j) => Math.min(255, counts[i * perPresentation + j]))
      )
    }),
    details: {
      unitIds,
      binEdges,
      presentations: {kept: kept.length, total},
      hasInvalidSpikes: await session.hasInvalidSpikes()
    }
  };
}

/** Twelve bins from onset to the end of a presentation, whose width is round, with two before and two after. */
function edgesFor(durations: readonly number[]): number[] {
  const finite = durations.filter(Number.isFinite).sort((a, b) => a - b);
  const duration = finite.length > 0 ? finite[Math.floor(finite.length / 2)] : 0;
  const width = duration > 1 ? 0.1 : 0.025;
  const bins = Math.max(1, Math.round(duration / width));
  return Array.from({length: bins + 5}, (_, k) => Number(((k - 2) * width).toFixed(4)));
}

/** Rows by the number of rows of the same condition before them. */
function inRounds(conditions: readonly number[]): number[] {
  const repeats = new Map<number, number>();
  const rounds = conditions.map((condition) => {
    const round = repeats.get(condition) ?? 0;
    repeats.set(condition, round + 1);
    return round;
  });
  return Array.from(rounds.keys()).sort((a, b) => rounds[a] - rounds[b] || a - b);
}

export const binnedCounts: SnapshotMaker<"stimulus"> = {
  parameters: {stimulus: BINNED_STIMULI},
  readsSpikes: true,
  make: (session, {stimulus}) => binnedCountsSnapshot(session, stimulus)
};
