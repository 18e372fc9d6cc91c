// What keeps the bytes of a file from the HDF5 library is said as it is; the library itself often takes it for absence.
import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {type ClosedByteSource, EcephysSession, type Extent, RequestError} from "../../../lib/index.js";
import {goldenSessions} from "../../parity/golden.js";

const [mini] = goldenSessions;
const bytes = new Uint8Array(readFileSync(mini.nwb));

/** A file whose reads fail from one of them on. */
function failingFrom(failing: number): {source: ClosedByteSource; reads: () => number; error: RequestError} {
  const error = new RequestError("unreachable", {expected: "an answer", found: "none", remedy: "Try again later."});
  let reads = 0;
  const read = (start: number, length: number) => {
    if (++reads >= failing) throw error;
    return bytes.slice(start, start + length);
  };
  const readAll = (extents: readonly Extent[]) => extents.map(({start, end}) => read(start, end - start));
  const source = {name: "failing.nwb", size: bytes.length, read, readAll, close() {}};
  return {source: {name: source.name, open: async () => source}, reads: () => reads, error};
}

/** What a person asks for, with much that a session need not have. */
async function readMuch(source: ClosedByteSource) {
  const session = await EcephysSession.fromNwb(source, {onWarning: () => {}});
  try {
    const tables = [await session.units(), await session.stimulusPresentations(), await session.probes()];
    const optional = [await session.pupilData(), await session.optogeneticStimulationEpochs()];
    return [...tables, ...optional].map((table) => table?.objects()).concat([[await session.metadata()]]);
  } finally {
    session.close();
  }
}

it("a read that fails, whichever it is, is an error that says so, and never something that is missing", async () => {
  const whole = failingFrom(Number.POSITIVE_INFINITY);
  const right = await readMuch(whole.source);
  const reads = whole.reads();
  expect(reads).toBeGreaterThan(100);
  for (let failing = 1; failing <= reads; failing += Math.max(1, Math.floor(reads / 60))) {
    const {source, error} = failingFrom(failing);
    await expect(readMuch(source), `read ${failing}`).rejects.toBe(error);
  }
  expect(await readMuch(failingFrom(reads + 1).source)).toEqual(right);
}, 120_000);
