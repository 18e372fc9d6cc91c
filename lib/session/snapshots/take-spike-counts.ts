import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";
import {indicesOf} from "../id-list.js";

/**
 * Some counts of a snapshot of spikes in presentations: presentations × units; null if it lacks one of the presentations.
 * @param heldUnits the units that the snapshot has, in its order
 */
export function takeSpikeCounts(
  table: ColumnTable,
  heldUnits: readonly number[],
  presentationIds: readonly number[],
  unitIds: readonly number[]
): Float64Array | null {
  const rowOf = new Map(Array.from(columnValues<number>(table, "stimulus_presentation_id"), (id, row) => [id, row]));
  if (!presentationIds.every((id) => rowOf.has(id))) return null;
  const columns = indicesOf(unitIds, heldUnits, "unit");
  const rows = columnValues<ArrayLike<number>>(table, "spike_counts");
  const counts = new Float64Array(presentationIds.length * unitIds.length);
  presentationIds.forEach((id, i) => {
    const row = rows[rowOf.get(id)!];
    for (let j = 0; j < columns.length; ++j) counts[i * columns.length + j] = row[columns[j]];
  });
  return counts;
}
