import {expect, test} from "vitest";
import {orderUnits, placeChannels, placeUnits} from "../../lib/words/index.js";

const unit = (unit_id: number, probe_vertical_position: number, ecephys_structure_acronym: string | null) => ({
  unit_id,
  probe_description: "probeA",
  probe_vertical_position,
  ecephys_structure_acronym
});
const table = (rows: object[]) => ({objects: () => rows});

test("units are stacked by area in anatomical order, and within an area from the surface down", () => {
  const units = [unit(1, 100, "LGd"), unit(2, 3000, "VISp"), unit(3, 200, "LGd"), unit(4, 1000, null)];
  expect(orderUnits(units).map(({unit_id}) => unit_id)).toEqual([2, 3, 1, 4]);
  expect(units.map(({unit_id}) => unit_id)).toEqual([1, 2, 3, 4]);
});

test("a unit's area is the tables' if they have one, else the file's, and no area is null", () => {
  const rows = [
    {ecephys_structure_acronym: "VISp", structure_acronym: "VISl"},
    {structure_acronym: "LGd"},
    {structure_acronym: ""},
    {structure_acronym: "nan"},
    {ecephys_structure_acronym: Number.NaN}
  ];
  const acronyms = placeUnits(table(rows)).map((row) => row.ecephys_structure_acronym);
  expect(acronyms).toEqual(["VISp", "LGd", null, null, null]);
});

test("channels are named after their probes, and those of no probe are left out", () => {
  const channels = [
    {probe_id: 1, probe_vertical_position: 20, structure_acronym: "LP"},
    {probe_id: 9, probe_vertical_position: 40, structure_acronym: "LP"}
  ];
  expect(placeChannels(table(channels), table([{id: 1, description: "probeA"}]))).toEqual([
    {probe_description: "probeA", probe_vertical_position: 20, ecephys_structure_acronym: "LP"}
  ]);
});
