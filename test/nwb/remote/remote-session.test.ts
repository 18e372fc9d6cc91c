// A session that is read by its address is the session that is read from disk.
import {execFile} from "node:child_process";
import {existsSync, readFileSync, statSync} from "node:fs";
import {basename, dirname} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {columnValues, EcephysSession} from "../../../lib/index.js";
import {NodeRemoteNwb} from "../../../lib/nwb/remote/node/index.js";
import {goldenSessions} from "../../parity/golden.js";
import {type RangeServer, startRangeServer} from "./start-range-server.js";

const [mini] = goldenSessions;
const quiet = {onWarning: () => {}};
const servers: RangeServer[] = [];

async function serve(path: string): Promise<{server: RangeServer; url: string}> {
  const server = await startRangeServer(dirname(path));
  servers.push(server);
  return {server, url: server.url(basename(path))};
}

afterAll(() => {
  for (const server of servers) server.stop();
});

describe("a session read by its address", () => {
  let url: string;
  beforeAll(async () => {
    ({url} = await serve(mini.nwb));
  });

  it.each(["a string", "a URL"])("(%s) has the same tables, spikes and waveforms", async (kind) => {
    const [near, far] = await Promise.all([
      EcephysSession.fromNwb(mini.nwb, quiet),
      EcephysSession.fromNwb(kind === "a URL" ? new URL(url) : url, quiet)
    ]);
    for (const table of [
      "units",
      "channels",
      "probes",
      "stimulusPresentations",
      "runningSpeed",
      "invalidTimes"
    ] as const) {
      expect((await far[table]()).objects()).toEqual((await near[table]()).objects());
    }
    expect(await far.spikeTimes()).toEqual(await near.spikeTimes());
    expect(await far.spikeAmplitudes()).toEqual(await near.spikeAmplitudes());
    expect(await far.meanWaveforms()).toEqual(await near.meanWaveforms());
    expect(await far.metadata()).toEqual(await near.metadata());
    near.close();
    far.close();
  });

  it("has the same LFP, of a file by its address too", async () => {
    const beside = (name: string, address: string) => new URL(name, address).href;
    const lfp = (probeId: number) => `probe_${probeId}_lfp.nwb`;
    const near = await EcephysSession.fromNwb(mini.nwb, {...quiet, lfp: (id) => `${dirname(mini.nwb)}/${lfp(id)}`});
    const far = await EcephysSession.fromNwb(url, {...quiet, lfp: (id) => beside(lfp(id), url)});
    const probes = await near.probes();
    const row = Array.from(columnValues<boolean>(probes, "has_lfp_data")).indexOf(true);
    const probeId = probes.get("id", row) as number;
    const [start] = await near.lfpTimeSpan(probeId);
    const options = {time: [start, start + 0.2] as const};
    expect(await far.lfp(probeId, options)).toEqual(await near.lfp(probeId, options));
    expect(await far.currentSourceDensity(probeId)).toEqual(await near.currentSourceDensity(probeId));
    near.close();
    far.close();
  });

  it("ends with its signal", async () => {
    const abort = new AbortController();
    const session = await EcephysSession.fromNwb(new NodeRemoteNwb(url, {signal: abort.signal}), quiet);
    abort.abort();
    await expect(session.spikeTimes()).rejects.toMatchObject({
      tag: "unreachable",
      found: expect.stringMatching(/closed/)
    });
    session.close();
    await expect(new NodeRemoteNwb(url, {signal: abort.signal}).open()).rejects.toThrow(/abort/);
  });

  it.each(["close", "leave"])(
    "does not keep a process from ending that %ss it",
    async (end) => {
      const script = `
      import {EcephysSession} from "./lib/index.js";
      const session = await EcephysSession.fromNwb(${JSON.stringify(url)}, {onWarning() {}});
      console.log((await session.units()).numRows());
      if (${end === "close"}) session.close();`;
      const options = ["--import", "./lib/site/typescript.mjs", "--input-type=module", "--eval", script];
      const {stdout} = await promisify(execFile)(process.execPath, options, {timeout: 120_000});
      expect(Number(stdout)).toBeGreaterThan(0);
    },
    120_000
  );
});

const sample = ".cache/sample/session_700000001/session_700000001.nwb";
it.skipIf(!existsSync(sample))(
  "units, stimulus tables and the spikes of 50 units take a fifth of the sample, and less of a larger session",
  async () => {
    const {server, url} = await serve(sample);
    const far = await EcephysSession.fromNwb(url, quiet);
    const ids = columnValues<number>(await far.units(), "unit_id");
    const fifty = Array.from({length: 50}, (_, i) => ids[Math.floor((i * ids.length) / 50)]);
    await far.stimulusPresentations();
    const spikes = await far.spikeTimes(fifty);
    far.close();
    const requests = await server.requests();
    expect(requests.length).toBeLessThanOrEqual(150);
    expect(requests.reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThan(statSync(sample).size / 5);
    const near = await EcephysSession.fromNwb(sample, quiet);
    expect(spikes).toEqual(await near.spikeTimes(fifty));
    near.close();
  },
  120_000
);

it("what runs in a thread of its own needs nothing but Node", () => {
  const thread = readFileSync("lib/nwb/remote/node/request-thread.mjs", "utf8");
  expect([...thread.matchAll(/from "([^"]+)"/g)].map(([, name]) => name)).toEqual(["node:worker_threads"]);
});
