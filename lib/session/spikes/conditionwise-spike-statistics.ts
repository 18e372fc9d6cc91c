import type {ColumnTable} from "arquero";
import {countsByWindow} from "../../analysis/counting/index.js";
import {toTable} from "../columns.js";
import {idColumn} from "../id-column.js";
import type {PresentationWindow} from "./presentationwise-spike-times.js";

/** The spikes of each unit in each presentation (start < time ≤ stop), presentations × units in C order. */
export function countInPresentations(
  presentations: readonly PresentationWindow[],
  trains: readonly Float64Array[]
): Float64Array {
  const [starts, stops] = [presentations.map(({start}) => start), presentations.map(({stop}) => stop)];
  return new Float64Array(countsByWindow(trains, starts, stops));
}

/** What each presentation contributes to the statistics. */
export interface StatisticsInput {
  unitIds: readonly number[];
  /** The condition of each presentation; NaN where it is invalid, and does not count. */
  conditionIds: readonly number[];
  /** Presentations × units. */
  counts: Float64Array;
  /** s; given where rates are wanted instead of counts. */
  durations?: readonly number[];
}

/**
 * Statistics of the spikes of each unit over the presentations of each condition, sorted by condition, then unit:
 * unit_id, stimulus_condition_id, spike_count (their sum; not for rates), stimulus_presentation_count (n), spike_mean,
 * spike_std (with n − 1), spike_sem (std / √n); per presentation, or in Hz for rates. With n = 1, std and sem are NaN.
 */
export function conditionwiseSpikeStatistics({unitIds, conditionIds, counts, durations}: StatisticsInput): ColumnTable {
  const rowsOf = new Map<number, number[]>();
  conditionIds.forEach((id, row) => {
    if (Number.isNaN(id)) return;
    const rows = rowsOf.get(id);
    if (rows) rows.push(row);
    else rowsOf.set(id, [row]);
  });
  const conditions = [...rowsOf.keys()].sort((a, b) => a - b);
  const units = unitIds.map((_, i) => i).sort((a, b) => unitIds[a] - unitIds[b]);
  const size = conditions.length * units.length;
  const column = () => new Float64Array(size);
  const [sum, mean, std, sem] = [column(), column(), column(), column()];
  const [unitColumn, conditionColumn, presentationCount] = [column(), new Int32Array(size), new Int32Array(size)];
  // Presentation by presentation, as the counts lie in memory.
  const [totals, averages, squares] = [0, 1, 2].map(() => new Float64Array(unitIds.length));
  let position = 0;
  for (const condition of conditions) {
    const rows = rowsOf.get(condition)!;
    const n = rows.length;
    totals.fill(0);
    squares.fill(0);
    for (const row of rows) {
      const [own, duration] = [counts.subarray(row * unitIds.length), durations ? durations[row] : 1];
      for (let unit = 0; unit < totals.length; ++unit) totals[unit] += own[unit] / duration;
    }
    for (let unit = 0; unit < totals.length; ++unit) averages[unit] = totals[unit] / n;
    for (const row of rows) {
      const [own, duration] = [counts.subarray(row * unitIds.length), durations ? durations[row] : 1];
      for (let unit = 0; unit < totals.length; ++unit) squares[unit] += (own[unit] / duration - averages[unit]) ** 2;
    }
    for (const unit of units) {
      const deviation = n > 1 ? Math.sqrt(squares[unit] / (n - 1)) : Number.NaN;
      unitColumn[position] = unitIds[unit];
      conditionColumn[position] = condition;
      presentationCount[position] = n;
      sum[position] = totals[unit];
      mean[position] = averages[unit];
      std[position] = deviation;
      sem[position] = deviation / Math.sqrt(n);
      ++position;
    }
  }
  return toTable({
    unit_id: idColumn(unitColumn),
    stimulus_condition_id: conditionColumn,
    ...(durations ? {} : {spike_count: sum}),
    stimulus_presentation_count: presentationCount,
    spike_mean: mean,
    spike_std: std,
    spike_sem: sem
  });
}
