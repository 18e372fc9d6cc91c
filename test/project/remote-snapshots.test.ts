// A snapshot of a session that is read by its address is the snapshot of the file on disk.
import {readdirSync, statSync} from "node:fs";
import {dirname, relative} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {decodeTable} from "../../lib/index.js";
import {fileDigest} from "../../lib/project/file-digest.js";
import {type CachedSession, type SnapshotContent, snapshotOf} from "../../lib/project/index.js";
import type {EcephysSession} from "../../lib/session/index.js";
import {lfpSnapshot} from "../../lib/snapshot-makers/lfp.js";
import {meanWaveformsSnapshot} from "../../lib/snapshot-makers/mean-waveforms.js";
import {spikesSnapshot} from "../../lib/snapshot-makers/spikes.js";
import {type RangeServer, startRangeServer} from "../nwb/remote/start-range-server.js";
import {goldenSessions} from "../parity/golden.js";

const [mini] = goldenSessions;
const lfpFile = readdirSync(dirname(mini.nwb)).find((name) => /^probe_\d+_lfp\.nwb$/.test(name))!;
const lfpPath = `${dirname(mini.nwb)}/${lfpFile}`;
let server: RangeServer;
let far: CachedSession;

beforeAll(async () => {
  server = await startRangeServer(mini.directory);
  const address = (path: string) => server.url(relative(mini.directory, path));
  const published = async (path: string) => ({size: statSync(path).size, sha256: await fileDigest(path)});
  const lfp = {kind: "url" as const, url: address(lfpPath), ...(await published(lfpPath))};
  far = {
    directory: mini.directory,
    nwb: address(mini.nwb),
    published: await published(mini.nwb),
    lfp: () => lfp
  };
});
afterAll(() => server.stop());

const contents: [string, (session: EcephysSession) => Promise<SnapshotContent>][] = [
  ["units", async (session) => ({table: await session.units()})],
  ["stimulus conditions", async (session) => ({table: await session.stimulusConditions()})],
  ["spikes", (session) => spikesSnapshot(session, "flashes")],
  ["waveforms", (session) => meanWaveformsSnapshot(session)],
  ["LFP", (session) => lfpSnapshot(session, "probeA")]
];

describe("a snapshot of a session behind an address", () => {
  it.each(contents)("of %s is that of the file on disk, byte for byte", async (_, content) => {
    const [near, remote] = [await snapshotOf(mini, content), await snapshotOf(far, content)];
    expect(Buffer.compare(near, remote)).toBe(0);
  });

  it("says the ETag and size of a file whose digest its source does not publish", async () => {
    const bytes = await snapshotOf({...far, published: undefined}, contents[0][1]);
    const {metadata} = decodeTable(bytes);
    expect(metadata.source).toBe("session_810000000.nwb");
    expect(metadata.sourceDigest).toMatch(new RegExp(`^"[^"]+" ${statSync(mini.nwb).size}$`));
  });

  it("is not made of a file that is not as long as its source says", async () => {
    const published = {size: statSync(mini.nwb).size + 1};
    await expect(snapshotOf({...far, published}, contents[0][1])).rejects.toMatchObject({tag: "wrong-length"});
  });
});
