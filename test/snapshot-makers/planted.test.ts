import {cpSync, mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {expect, it} from "vitest";
import {columnValues, decodeTable} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {planted} from "../../lib/snapshot-makers/planted.js";
import {temporaryDirectory} from "../nwb/write-hdf5.js";
import {goldenSessions} from "../parity/golden.js";

const [mini] = goldenSessions;
const unit = (unit_id: number, cell_class: string) => ({unit_id, cell_class});

const plantedIn = (session: {directory: string; nwb: string}) =>
  snapshotOf(session, (opened, groundTruth) => planted.make(opened, {}, groundTruth));

/** The mini session in a folder of its own. */
function alone(): {directory: string; nwb: string} {
  const directory = mkdtempSync(join(temporaryDirectory(), "session-"));
  const nwb = join(directory, basename(mini.nwb));
  cpSync(mini.nwb, nwb);
  return {directory, nwb};
}

it("what was planted is read from beside a session's file", async () => {
  const session = alone();
  const truth = {
    units: [unit(1, "fast-spiking"), unit(2, "regular-spiking")],
    monosynaptic_pairs: [{presynaptic_unit_id: 2, postsynaptic_unit_id: 1}],
    doubtful_pairs: [{presynaptic_unit_id: 1, postsynaptic_unit_id: 2}],
    tagged_unit_ids: [1]
  };
  writeFileSync(join(session.directory, "ground-truth.json"), JSON.stringify(truth));
  const {table, metadata} = decodeTable(await plantedIn(session));
  expect(Array.from(columnValues(table, "unit_id"))).toEqual([1, 2]);
  expect(Array.from(columnValues(table, "cell_class"))).toEqual(["fast-spiking", "regular-spiking"]);
  expect(metadata.details).toEqual({
    connections: [
      [2, 1],
      [1, 2]
    ],
    tagged: [1]
  });
});

it("nothing was planted in a session that was recorded", async () => {
  const {table, metadata} = decodeTable(await plantedIn(alone()));
  expect(table.numRows()).toBe(0);
  expect(metadata.details).toEqual({connections: [], tagged: []});
});

it("a ground truth that cannot be read is an error, not nothing", async () => {
  const session = alone();
  mkdirSync(join(session.directory, "ground-truth.json"));
  await expect(plantedIn(session)).rejects.toThrow();
});
