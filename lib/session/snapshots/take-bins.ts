import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";
import {indicesOf} from "../id-list.js";
import {SessionError} from "../session-error.js";
import type {BinnedCountsSnapshotDetails} from "./snapshot-details.js";

/**
 * Some counts of a snapshot of binned counts: presentations × bins × units.
 * @param binEdges a run of the edges that the snapshot has (s)
 * @throws {SessionError} `not-in-snapshot` for other edges or presentations
 */
export function takeBins(
  table: ColumnTable,
  {binEdges: held, unitIds: heldUnits, presentations}: BinnedCountsSnapshotDetails,
  binEdges: ArrayLike<number>,
  presentationIds: readonly number[],
  unitIds: readonly number[]
): Uint16Array {
  const first = held.indexOf(binEdges[0]);
  const isHeld = first >= 0 && Array.from(binEdges).every((edge, k) => edge === held[first + k]);
  if (!isHeld) throw notHeld(`edges among ${held.join(", ")} s`, Array.from(binEdges).join(", "));
  const rowOf = new Map(Array.from(columnValues<number>(table, "stimulus_presentation_id"), (id, row) => [id, row]));
  const missing = presentationIds.find((id) => !rowOf.has(id));
  if (missing !== undefined) {
    throw notHeld(`one of ${presentations.kept} presentations of ${presentations.total}`, `presentation ${missing}`);
  }
  const columns = indicesOf(unitIds, heldUnits, "unit");
  const rows = columnValues<ArrayLike<number>>(table, "spike_counts");
  const bins = binEdges.length - 1;
  const counts = new Uint16Array(presentationIds.length * bins * unitIds.length);
  let position = 0;
  for (const id of presentationIds) {
    const row = rows[rowOf.get(id)!];
    for (let bin = first; bin < first + bins; ++bin) {
      for (const column of columns) counts[position++] = row[bin * heldUnits.length + column];
    }
  }
  return counts;
}

function notHeld(expected: string, found: string): SessionError {
  const remedy = "Ask for what the snapshot holds, or open the session's NWB file.";
  return new SessionError("not-in-snapshot", {path: "binnedCounts", expected, found, remedy});
}
