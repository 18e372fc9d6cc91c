import {tuningCurve} from "../../../lib/analysis/tuning/index.js";
import {DataArray} from "../../../lib/array/index.js";

/** Spikes of each unit in each presentation, in rows, with ids from 0. */
export function countsOf(rows: readonly number[][]): DataArray {
  return new DataArray({
    name: "spike_counts",
    dims: ["stimulus_presentation_id", "unit_id"],
    coords: {stimulus_presentation_id: rows.map((_, id) => id), unit_id: (rows[0] ?? []).map((_, id) => id)},
    values: Float64Array.from(rows.flat())
  });
}

/** Presentations of gratings that have these values of a parameter; null is a blank sweep. */
export function presentationsOf(values: readonly (number | null)[], parameter = "orientation") {
  return values.map((value, id) => ({
    stimulus_presentation_id: id,
    stimulus_condition_id: values.indexOf(value),
    stimulus_name: "drifting_gratings",
    [parameter]: value
  }));
}

/** How a unit with these counts is tuned to these values. */
export function tunedOf(values: readonly (number | null)[], counts: readonly number[], unit_id = 7) {
  const curve = tuningCurve(countsOf(counts.map((count) => [count])), values);
  return {
    unit_id,
    color: "black",
    values: curve.conditions.map(([value]) => value),
    mean: curve.mean.values,
    sem: curve.sem.values,
    n: curve.n,
    blank: {mean: curve.blank.mean.values[0], sem: curve.blank.sem.values[0], n: curve.blank.n[0]}
  };
}
