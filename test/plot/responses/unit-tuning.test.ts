import {expect, test} from "vitest";
import {tuningCurve} from "../../../lib/analysis/tuning/index.js";
import {unitTuning} from "../../../lib/plot/responses/unit-tuning.js";

test("of a curve over many units, one unit's responses, its blank sweeps apart, in its area's colour", () => {
  const counts = {rows: 5, columns: 2, values: Float64Array.from([1, 10, 3, 30, 5, 50, 7, 70, 2, 0])};
  const curve = tuningCurve(counts, [90, 90, 0, 0, null]);
  const tuning = unitTuning(curve, 1, {unit_id: 7, ecephys_structure_acronym: "VISp"});
  expect(tuning.unit_id).toBe(7);
  expect(tuning.values).toEqual([0, 90]);
  expect(Array.from(tuning.mean)).toEqual([60, 20]);
  expect(Array.from(tuning.sem)).toEqual([10, 10]);
  expect(Array.from(tuning.n)).toEqual([2, 2]);
  expect(tuning.blank).toEqual({mean: 0, sem: Number.NaN, n: 1});
  expect(tuning.color).not.toBe(unitTuning(curve, 1, {unit_id: 7, ecephys_structure_acronym: "CA1"}).color);
});
