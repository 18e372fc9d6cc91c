import {createHash} from "node:crypto";
import {readFileSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {columnValues, decodeTable} from "../../lib/index.js";
import {fileDigest} from "../../lib/project/file-digest.js";
import {openCachedSession, readChannelColumns, snapshotOf} from "../../lib/project/index.js";
import {lfpSnapshot} from "../../lib/snapshot-makers/lfp.js";
import {temporaryDirectory} from "../nwb/write-hdf5.js";
import {goldenSessions} from "../parity/golden.js";

const [mini] = goldenSessions;

describe("channels.csv", () => {
  it("gives numbers, with NaN for what is empty, and texts, with null", async () => {
    const path = join(temporaryDirectory(), "channels.csv");
    const header =
      "id,ecephys_probe_id,local_index,probe_horizontal_position,probe_vertical_position,anterior_posterior_ccf_coordinate,dorsal_ventral_ccf_coordinate,left_right_ccf_coordinate,ecephys_structure_id,ecephys_structure_acronym";
    writeFileSync(
      path,
      `${header}\n849705558,792645504,1,11,20,8165.0,3314.0,6862.0,215.0,APN\n849705560,792645504,2,59,40,,,,,\n`
    );
    const columns = await readChannelColumns(path);
    expect(Array.from(columnValues(columns, "id"))).toEqual([849705558, 849705560]);
    expect(Array.from(columnValues(columns, "ecephys_structure_id"))).toEqual([215, Number.NaN]);
    expect(Array.from(columnValues(columns, "ecephys_structure_acronym"))).toEqual(["APN", null]);
    expect(Array.from(columnValues(columns, "left_right_ccf_coordinate"))).toEqual([6862, Number.NaN]);
  });
});

describe("a session in a folder", () => {
  it("has the structures of the folder's channels.csv, and without it those of its file", async () => {
    const cached = await openCachedSession(mini);
    expect((await cached.channels()).columnNames()).toContain("ecephys_structure_acronym");
    cached.close();
    const alone = await openCachedSession({...mini, directory: "no such folder"});
    expect((await alone.channels()).columnNames()).not.toContain("ecephys_structure_acronym");
    alone.close();
  });

  it("gives snapshots that say where they come from", async () => {
    const bytes = await snapshotOf(mini, async (session) => ({table: await session.probes(), details: {a: 1}}));
    const {table, metadata} = decodeTable(bytes);
    expect(table.numRows()).toBe(2);
    expect(metadata).toEqual({
      sessionId: 810000000,
      sessionStartTime: "2019-01-09T14:28:36-08:00",
      source: "session_810000000.nwb",
      sourceDigest: createHash("sha256").update(readFileSync(mini.nwb)).digest("hex"),
      codeVersion: JSON.parse(readFileSync("package.json", "utf8")).version,
      details: {a: 1}
    });
  });
});

it("a snapshot of LFP comes from the probe's own file", async () => {
  const {metadata} = decodeTable(await snapshotOf(mini, (session) => lfpSnapshot(session, "probeA")));
  const lfp = mini.nwb.replace(/session_\d+\.nwb$/, "probe_810000213_lfp.nwb");
  expect(metadata.source).toBe("probe_810000213_lfp.nwb");
  expect(metadata.sourceDigest).toBe(createHash("sha256").update(readFileSync(lfp)).digest("hex"));
});

describe("the digest of a file", () => {
  it("is its SHA-256, and is made anew when the file changes", async () => {
    const path = join(temporaryDirectory(), "file");
    const cache = join(temporaryDirectory(), "digests");
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    writeFileSync(path, "one");
    expect(await fileDigest(path, cache)).toBe(sha256("one"));
    expect(await fileDigest(path, cache)).toBe(sha256("one"));
    writeFileSync(path, "two");
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    expect(await fileDigest(path, cache)).toBe(sha256("two"));
  });

  it("may be asked for by many at a time", async () => {
    const path = join(temporaryDirectory(), "shared");
    const cache = join(temporaryDirectory(), "shared digests");
    writeFileSync(path, "one");
    const digests = await Promise.all(Array.from({length: 20}, () => fileDigest(path, cache)));
    expect(new Set(digests)).toEqual(new Set([createHash("sha256").update("one").digest("hex")]));
  });
});
