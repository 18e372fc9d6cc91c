import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {columnValues} from "../../lib/index.js";
import {plantedContent} from "../../lib/project/index.js";
import {temporaryDirectory} from "../nwb/write-hdf5.js";

const unit = (unit_id: number, cell_class: string) => ({unit_id, cell_class});

it("what was planted is read from beside a session's file", async () => {
  const directory = mkdtempSync(join(temporaryDirectory(), "session-"));
  const truth = {
    units: [unit(1, "fast-spiking"), unit(2, "regular-spiking")],
    monosynaptic_pairs: [{presynaptic_unit_id: 2, postsynaptic_unit_id: 1}]
  };
  writeFileSync(join(directory, "ground-truth.json"), JSON.stringify(truth));
  const {table, details} = await plantedContent({directory, nwb: join(directory, "session_1.nwb")});
  expect(Array.from(columnValues(table, "unit_id"))).toEqual([1, 2]);
  expect(Array.from(columnValues(table, "cell_class"))).toEqual(["fast-spiking", "regular-spiking"]);
  expect(details.connections).toEqual([[2, 1]]);
});

it("nothing was planted in a session that was recorded", async () => {
  const directory = mkdtempSync(join(temporaryDirectory(), "session-"));
  const {table, details} = await plantedContent({directory, nwb: join(directory, "session_1.nwb")});
  expect(table.numRows()).toBe(0);
  expect(details.connections).toEqual([]);
});

it("a ground truth that cannot be read is an error, not nothing", async () => {
  const directory = mkdtempSync(join(temporaryDirectory(), "session-"));
  mkdirSync(join(directory, "ground-truth.json"));
  await expect(plantedContent({directory, nwb: join(directory, "session_1.nwb")})).rejects.toThrow();
});
