import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {EcephysSession, NwbError, type NwbSource, TaggedError} from "../../lib/index.js";
import {hasShared} from "../parity/golden.js";
import {describeSession} from "../session/small-session.js";
import {type GroupDescription, temporaryDirectory, writeHdf5} from "./write-hdf5.js";

const MINI = "test/fixtures/mini/ecephys-cache/session_810000000/session_810000000.nwb";
const bytes = new Uint8Array(readFileSync(MINI));

/** The error of opening a source and reading all that a session gives. */
async function errorOf(source: NwbSource): Promise<TaggedError> {
  try {
    await readAll(source);
  } catch (error) {
    if (error instanceof TaggedError) return error;
    throw error;
  }
  throw new Error("no error");
}

async function readAll(source: NwbSource): Promise<string> {
  const session = await EcephysSession.fromNwb(source, {onWarning: () => {}});
  try {
    const tables = [
      await session.probes(),
      await session.channels(),
      await session.units(),
      await session.invalidTimes(),
      await session.stimulusPresentations(),
      await session.stimulusConditions()
    ];
    const columns = tables.map((table) =>
      table.columnNames().map((name) => [name, Array.from(table.array(name) as never)])
    );
    const spikes = Array.from(await session.spikeTimes(), ([id, times]) => [id, Array.from(times)]);
    return JSON.stringify([session.ecephysSessionId, session.sessionStartTime, columns, spikes], (_, value) =>
      Number.isNaN(value) ? "NaN" : value
    );
  } finally {
    session.close();
  }
}

function write(name: string, content: Uint8Array | string): string {
  const path = join(temporaryDirectory(), name);
  writeFileSync(path, content);
  return path;
}

const session = describeSession({
  presentations: {s: {start_time: [0, 1], stop_time: [1, 2], stimulus_name: ["s", "s"]}},
  spikes: {11: [0.5, 1.5], 12: [0.7]}
});

/** The small session with some objects of it replaced. */
async function changed(change: (root: GroupDescription) => void): Promise<string> {
  const root = structuredCloneOf(session);
  change(root);
  return writeHdf5(root);
}

/** A copy whose groups can be changed; what is in them is shared. */
function structuredCloneOf(group: GroupDescription): GroupDescription {
  return Object.fromEntries(
    Object.entries(group).map(([name, value]) => [
      name,
      Object.getPrototypeOf(value) === Object.prototype ? structuredCloneOf(value as GroupDescription) : value
    ])
  ) as GroupDescription;
}

describe("what is not an NWB 2 file is refused with what to do", () => {
  it.each([
    ["an empty file", () => write("empty.nwb", ""), "not-hdf5", /fetch it again/i],
    ["a text file", () => write("text.nwb", "start_time,stop_time\n0,1\n"), "not-hdf5", /\.nwb file/],
    ["a directory", () => temporaryDirectory(), "not-found", /an \.nwb file in it/],
    ["a path without a file", () => join(temporaryDirectory(), "none.nwb"), "not-found", /Check the path/],
    ["no bytes", () => new Uint8Array(), "not-hdf5", /fetch it again/i],
    ["something that is no source", () => null as unknown as NwbSource, "unsupported-source", /Pass/]
  ])("%s", async (_, source, tag, remedy) => {
    expect(await errorOf(source())).toMatchObject({tag, remedy: expect.stringMatching(remedy)});
  });

  it("an HDF5 file without nwb_version", async () => {
    const path = await changed((root) => delete root["@nwb_version"]);
    expect(await errorOf(path)).toMatchObject({
      tag: "not-nwb",
      file: path,
      remedy: expect.stringMatching(/fetch it again/)
    });
  });

  it("an NWB 1 file", async () => {
    const path = await writeHdf5({nwb_version: "NWB-1.0.6"});
    expect(await errorOf(path)).toMatchObject({tag: "unsupported-version", found: "an NWB 1 file"});
  });

  it("a file of a version that is not 2", async () => {
    const path = await changed((root) => {
      root["@nwb_version"] = "3.0.0";
    });
    expect(await errorOf(path)).toMatchObject({tag: "unsupported-version", found: expect.stringMatching(/3\.0\.0/)});
  });

  it("an NWB 2 file without units", async () => {
    const path = await changed((root) => delete root.units);
    expect(await errorOf(path)).toMatchObject({
      tag: "not-allen",
      path: "/units",
      remedy: expect.stringMatching(/session_<id>/)
    });
  });

  it.skipIf(!hasShared)("a session of another laboratory (needs ../shared)", async () => {
    const path = "../shared/fixtures/real/sub_anm00239123_ses_20170627T093549_ecephys_and_ogen.nwb";
    expect(await errorOf(path)).toMatchObject({tag: "not-allen", file: path});
  });

  it.skipIf(!hasShared)("an LFP file, which has no units (needs ../shared)", async () => {
    const path = "../shared/fixtures/ecephys-cache/session_810000001/probe_810100207_lfp.nwb";
    expect(await errorOf(path)).toMatchObject({tag: "not-allen"});
  });
});

describe("a damaged file gives an error, never a wrong number", () => {
  it.each([0.001, 0.1, 0.5, 0.9, 0.999])("cut short at %f of its length", async (fraction) => {
    const path = write(`cut-${fraction}.nwb`, bytes.subarray(0, Math.floor(bytes.length * fraction)));
    const error = await errorOf(path);
    expect(error).toBeInstanceOf(NwbError);
    expect(error.tag).toMatch(/damaged|not-hdf5/);
    expect(error.remedy).toMatch(/fetch it again/);
  });

  it("with a byte flipped in each of its object headers", async () => {
    const whole = await readAll(bytes);
    const headers = objectHeaders(bytes);
    expect(headers.length).toBeGreaterThan(300);
    let refused = 0;
    for (const header of headers) {
      const copy = bytes.slice();
      copy[header] ^= 0xff;
      // Objects that a session does not read (raw data, specifications) may be damaged without harm to what it gives.
      const result = await readAll(copy).catch((error) => {
        expect(error).toBeInstanceOf(TaggedError);
        ++refused;
        return whole;
      });
      expect(result === whole, `the header at ${header}`).toBe(true);
    }
    expect(refused).toBeGreaterThan(150);
  }, 120_000);

  it.each([
    ["the name of a table of presentations", 475_643, 192, /damaged|wrong-value/],
    ["a text", 363_481, 164, /damaged/]
  ])("with one byte altered in %s", async (_, position, value, tag) => {
    const copy = bytes.slice();
    copy[position] = value;
    expect((await errorOf(copy)).tag).toMatch(tag);
  });

  it("with one row less in the description of any dataset in one piece", async () => {
    const whole = await readAll(bytes);
    const offsets = rowCounts(bytes);
    expect(offsets.length).toBeGreaterThan(100);
    let refused = 0;
    for (const offset of offsets) {
      const copy = bytes.slice();
      copy[offset] -= 1;
      const result = await readAll(copy).catch((error) => {
        expect(error).toBeInstanceOf(TaggedError);
        ++refused;
        return whole;
      });
      expect(result === whole, `the number of rows at ${offset}`).toBe(true);
    }
    expect(refused).toBeGreaterThan(80);
  }, 120_000);

  it("with the address of a dataset moved into another's data", async () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [first, ...others] = layoutAddresses(bytes);
    expect(others.length).toBeGreaterThan(150);
    for (const position of others.slice(0, 50)) {
      const copy = bytes.slice();
      new DataView(copy.buffer).setBigUint64(position, view.getBigUint64(first, true) + 8n, true);
      await expect(readAll(copy)).rejects.toMatchObject({tag: "damaged", found: expect.stringMatching(/also claims/)});
    }
  }, 60_000);
});

describe("a file that contradicts itself gives an error", () => {
  it("an index past its data", async () => {
    const path = await changed((root) => {
      (root.units as GroupDescription).spike_times_index = Int32Array.of(2, 30);
    });
    expect(await errorOf(path)).toMatchObject({tag: "index-out-of-range", path: "/units/spike_times_index"});
  });

  it.skipIf(!hasShared)("an index past its data in a real session cut to 10 rows (needs ../shared)", async () => {
    const real = await EcephysSession.fromNwb("../shared/fixtures/real/session_760693773_trimmed.nwb", {
      amplitudeCutoffMaximum: null,
      presenceRatioMinimum: null,
      isiViolationsMaximum: null,
      filterByValidity: false,
      filterOutOfBrainUnits: false
    });
    expect((await real.units()).numRows()).toBe(3);
    await expect(real.spikeTimes()).rejects.toMatchObject({tag: "index-out-of-range"});
    real.close();
  });

  it.each<[string, (root: GroupDescription) => void, string]>([
    ["a column shorter than its table", ({units}) => Object.assign(units, {snr: Float64Array.of(1)}), "wrong-length"],
    ["text where numbers are due", ({units}) => Object.assign(units, {isi_violations: ["a", "b"]}), "wrong-type"],
    [
      "spike times that do not ascend",
      ({units}) => Object.assign(units, {spike_times: Float64Array.of(1.5, 0.5, 0.7)}),
      "damaged"
    ],
    [
      "a first spike time that is no number",
      ({units}) => Object.assign(units, {spike_times: Float64Array.of(Number.NaN, 0.6, 0.7)}),
      "damaged"
    ],
    [
      "an only spike time that is no number",
      ({units}) => Object.assign(units, {spike_times: Float64Array.of(0.5, 1.5, Number.NaN)}),
      "damaged"
    ],
    [
      "a spike time that is infinite",
      ({units}) => Object.assign(units, {spike_times: Float64Array.of(0.5, Number.POSITIVE_INFINITY, 0.7)}),
      "damaged"
    ],
    [
      "a spike time that is no number",
      ({units}) => Object.assign(units, {spike_times: Float64Array.of(0.5, Number.NaN, 0.7)}),
      "damaged"
    ],
    [
      "a metric that the table names and does not have",
      ({units}) => delete (units as GroupDescription).presence_ratio,
      "missing"
    ],
    ["an identifier that is no number", (root) => Object.assign(root, {identifier: "a session"}), "not-allen"]
  ])("%s", async (_, change, tag) => {
    expect((await errorOf(await changed(change))).tag).toBe(tag);
  });

  it.each([
    ["ends before it starts", [0, 3], [1, 2]],
    ["has no end", [0, 1], [1, Number.NaN]]
  ])("a presentation that %s", async (_, starts, stops) => {
    const root = describeSession({
      presentations: {s: {start_time: starts, stop_time: stops, stimulus_name: ["s", "s"]}},
      spikes: {11: [0.5]}
    });
    expect(await errorOf(await writeHdf5(root))).toMatchObject({
      tag: "wrong-value",
      path: "/intervals/s_presentations"
    });
  });
});

/** Where the object headers of a file begin, found by their form (version 1: HDF5's earliest format). */
function objectHeaders(file: Uint8Array): number[] {
  return Array.from(messagesByHeader(file).keys());
}

/** Where the addresses of contiguous datasets stand. */
function layoutAddresses(file: Uint8Array): number[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return [...messagesByHeader(file).values()].flat().flatMap(({type, body}) => {
    const isContiguous = type === 8 && file[body] === 3 && file[body + 1] === 1;
    return isContiguous && view.getBigUint64(body + 10, true) > 16n && view.getBigUint64(body + 2, true) < 2n ** 63n
      ? [body + 2]
      : [];
  });
}

/** Where the numbers of rows stand of the datasets of one dimension that lie in one piece. */
function rowCounts(file: Uint8Array): number[] {
  return [...messagesByHeader(file).values()].flatMap((messages) => {
    const space = messages.find(({type, body}) => type === 1 && file[body] === 1 && file[body + 1] === 1);
    const isContiguous = messages.some(({type, body}) => type === 8 && file[body] === 3 && file[body + 1] === 1);
    return space && isContiguous && file[space.body + 8] > 1 ? [space.body + 8] : [];
  });
}

function messagesByHeader(file: Uint8Array): Map<number, {type: number; body: number}[]> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headers = new Map<number, {type: number; body: number}[]>();
  for (let start = 0; start + 16 < file.length; start += 8) {
    const [version, reserved] = [file[start], file[start + 1]];
    const [count, references, size] = [
      view.getUint16(start + 2, true),
      view.getUint32(start + 4, true),
      view.getUint32(start + 8, true)
    ];
    if (version !== 1 || reserved !== 0 || count < 1 || count > 200 || references !== 1 || size < 8 || size > 20_000)
      continue;
    const messages: {type: number; body: number}[] = [];
    let at = start + 16;
    while (at + 8 <= start + 16 + size && view.getUint16(at, true) <= 0x17) {
      messages.push({type: view.getUint16(at, true), body: at + 8});
      at += 8 + view.getUint16(at + 2, true);
    }
    if (at === start + 16 + size) headers.set(start, messages);
  }
  return headers;
}
