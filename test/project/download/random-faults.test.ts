import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {seededRandom} from "../../../lib/analysis/index.js";
import {downloadFile, fileState} from "../../../lib/project/download/index.js";
import type {Fault} from "../servers/faults.js";
import {hdf5Like, sha256} from "../servers/hdf5-like.js";
import {impatient, remains, served} from "./served.js";

/** A fault by chance in a file of so many bytes; those that take time are rarer. */
function randomFault(random: () => number, size: number): Fault {
  const at = Math.floor(random() * 0.3 * size);
  const faults: Fault[] = [
    {kind: "cut", after: 0},
    {kind: "cut", after: 1},
    {kind: "cut", after: at},
    {kind: "ignore-range"},
    {kind: "wrong-range", header: random() < 0.5 ? null : `bytes ${at}-${at + 99}/${size}`},
    {kind: "length", by: random() < 0.5 ? -1 - (at % 100) : 1 + at},
    {kind: "wrong-content-length", by: random() < 0.5 ? -1 : 1},
    {kind: "status", status: [500, 502, 503, 408, 429][at % 5]},
    {kind: "status", status: 503, headers: {"retry-after": "0"}},
    {kind: "status", status: 416},
    {kind: "flip", at},
    {kind: "html"},
    {kind: "chunked"}
  ];
  if (random() < 0.01) return {kind: "stall", after: random() < 0.3 ? -1 : at};
  return faults[Math.floor(random() * faults.length)];
}

// Long ranges come in reads and are written in pieces that are longer than the short ones as a whole.
test.each([
  {runs: 1000, size: 64 << 10, blockSize: 16 << 10},
  {runs: 60, size: 9_000_001, blockSize: 4 << 20}
])(
  "of $runs runs with faults by chance in files of $size bytes, each that can succeed does, and none hands on a wrong byte",
  {
    timeout: 300_000
  },
  async ({runs, size, blockSize}) => {
    const files = [1, 2, 3].map((seed) => hdf5Like(size, seed));
    const digests = files.map(sha256);
    const {server, folder} = await served();
    const random = seededRandom(20191003);
    let [interrupted, resumed, refused] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const path = join(folder, `${run}.nwb`);
      const etag = () => `"${run}-${Math.floor(random() * 1e9)}"`;
      let current = Math.floor(random() * files.length);
      const url = server.put(`/${run}.nwb`, files[current], {etag: etag()});
      // Without a published digest a flipped byte cannot be found out, and does not happen.
      const published = random() < 0.8;
      const [likely, changes] = [random() * 0.5, !published && random() < 0.3];
      const asked = server.requests.length;
      const gone = random() < 0.03;
      server.closes = run % 4 === 3; // as servers do that keep no connections
      server.fault = (n) => {
        if (gone && n - asked > 2) return {kind: "status", status: random() < 0.5 ? 404 : 403};
        if (changes && random() < 0.05 && n - asked < 20) {
          current = (current + 1) % files.length;
          server.put(`/${run}.nwb`, files[current], {etag: etag()});
        }
        if (random() >= likely || n - asked > 12) return undefined;
        const fault = randomFault(random, size);
        return fault.kind === "flip" && !published ? undefined : fault;
      };
      const reasons: string[] = [];
      const controller = new AbortController();
      const abortAt = random() < 0.1 ? Math.floor(random() * size) : Number.POSITIVE_INFINITY;
      const options = {
        ...impatient,
        blockSize,
        stallLimit: 300,
        connections: 1 + Math.floor(random() * 4),
        retries: 14
      };
      const remote = {
        url,
        size: random() < 0.5 ? size : undefined,
        sha256: published ? digests[current] : undefined
      };
      const first = downloadFile(remote, path, {
        ...options,
        signal: controller.signal,
        onProgress: ({state, received, reason}) => {
          if (state === "retrying") reasons.push(reason!);
          if (received > abortAt) controller.abort();
        }
      });
      const error = await first.then(
        () => null,
        (reason: {name: string; tag?: string; message: string}) => reason
      );
      if (error?.name === "AbortError") {
        interrupted++;
        if (remains(folder).length > 0) resumed++;
        server.fault = () => undefined;
        await downloadFile(remote, path, options);
      } else if (error && gone) {
        expect(["not-there", "refused"], error.message).toContain(error.tag);
        expect(existsSync(path)).toBe(false);
        refused++;
        server.fault = () => undefined;
        await downloadFile(remote, path, options);
      } else if (error) {
        throw new Error(`run ${run}: ${error.message} Before: ${reasons.join("; ")}`, {cause: error});
      }
      const came = readFileSync(path);
      const right = published || error !== null ? [files[current]] : files;
      expect(
        right.some((file) => file.equals(came)),
        `run ${run}: the bytes of one version`
      ).toBe(true);
      expect(remains(folder), `run ${run}`).toEqual([]);
      if (run % 50 === 0) expect((await fileState(path, {digest: true})).state).toBe("whole");
    }
    // The runs were what they are called; of fewer, chance may spare some.
    expect(interrupted).toBeGreaterThan(runs / 100);
    if (runs < 1000) return;
    expect(resumed).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(10);
  }
);
