// What was fetched of a file is kept in a folder that several processes share.
import {execFile} from "node:child_process";
import {randomBytes} from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {NodeRemoteNwb, type RemoteOptions} from "../../../lib/nwb/remote/node/index.js";
import {temporaryDirectory} from "../write-hdf5.js";
import {type RangeServer, startRangeServer} from "./start-range-server.js";

const content = randomBytes(3_000_000);
const folder = temporaryDirectory();
let server: RangeServer;
let cache: string;
let caches = 0;

beforeAll(async () => {
  writeFileSync(join(folder, "file.bin"), content);
  server = await startRangeServer(folder);
});
beforeEach(async () => {
  cache = join(folder, `cache-${caches++}`);
  await server.requests();
});
afterAll(() => server.stop());

/** Opens the file, reads an extent of it, and closes it; whether the bytes were right, and how many were fetched. */
async function read(start: number, end: number, options: RemoteOptions = {}) {
  const file = await new NodeRemoteNwb(server.url("file.bin"), {cache, shortestDelay: 1, ...options}).open();
  const [bytes] = file.readAll([{start, end}]);
  file.close();
  const fetched = (await server.requests()).slice(1).reduce((sum, request) => sum + request.bytes, 0);
  return {right: Buffer.compare(bytes, content.subarray(start, end)) === 0, fetched};
}

const storeOf = (path: string) => join(path, readdirSync(path)[0]);
const segments = () => readdirSync(storeOf(cache)).map((name) => join(storeOf(cache), name));

describe("what was fetched", () => {
  it("is not fetched again, whole or in part; what is missing between is", async () => {
    expect(await read(100_000, 300_000)).toEqual({right: true, fetched: 200_000});
    expect(await read(100_000, 300_000)).toEqual({right: true, fetched: 0});
    expect(await read(150_000, 160_000)).toEqual({right: true, fetched: 0});
    expect(await read(500_000, 600_000)).toEqual({right: true, fetched: 100_000});
    expect(await read(50_000, 650_000)).toEqual({right: true, fetched: 300_000});
  });

  it("is fetched again when it has been altered, cut short or deleted", async () => {
    const spoil: ((path: string) => void)[] = [
      (path) => {
        const bytes = readFileSync(path);
        bytes[777] ^= 1;
        writeFileSync(path, bytes);
      },
      (path) => truncateSync(path, 1000),
      (path) => writeFileSync(path, "")
    ];
    for (const change of spoil) {
      await read(100_000, 300_000);
      segments().forEach(change);
      expect(await read(150_000, 160_000)).toEqual({right: true, fetched: 10_000});
      expect(await read(150_000, 160_000)).toEqual({right: true, fetched: 0});
    }
  });

  it("of another state of the file is not used", async () => {
    await read(0, 10_000);
    utimesSync(join(folder, "file.bin"), new Date(), new Date(Date.now() - 1e7 - 1000 * caches));
    expect(await read(0, 10_000)).toEqual({right: true, fetched: 10_000});
    expect(readdirSync(cache)).toHaveLength(2);
  });

  it("leaves nothing half-written and no lock behind", async () => {
    await read(0, 1_000_000);
    for (const path of segments()) expect(path).toMatch(/\/\d+-\d+-[0-9a-f]{32}$/);
  });

  it("is no more than may be kept; the file that was opened longest ago goes first", async () => {
    await read(0, 400_000, {mostKept: 1_000_000});
    await read(400_000, 700_000, {mostKept: 1_000_000});
    expect(segments().reduce((sum, path) => sum + statSync(path).size, 0)).toBe(400_000);
    const older = join(cache, "older");
    mkdirSync(older);
    writeFileSync(join(older, "0-500001-x"), Buffer.alloc(500_001));
    await read(0, 10, {mostKept: 1_000_000});
    expect(existsSync(older)).toBe(false);
    expect(await read(0, 400_000)).toEqual({right: true, fetched: 0});
  });

  it("is not kept where the folder cannot be written; reading goes on", async () => {
    writeFileSync(cache, "a file where the folder should be");
    expect(await read(0, 10_000)).toEqual({right: true, fetched: 10_000});
    chmodSync(cache, 0o400);
    expect(await read(0, 10_000)).toEqual({right: true, fetched: 10_000});
  });
});

describe("two processes that read the same", () => {
  const readers = async (count: number) => {
    const script = new URL("./read-extents.ts", import.meta.url).pathname;
    const arguments_ = ["--import", "./lib/site/typescript.mjs", script, server.url("file.bin"), cache];
    const run = () => promisify(execFile)(process.execPath, arguments_);
    return (await Promise.all(Array.from({length: count}, run))).map(({stdout}) => stdout.trim());
  };

  it("read the same, and fetch hardly more than one would", async () => {
    const {createHash} = await import("node:crypto");
    const digest = createHash("sha256").update(content).digest("hex");
    expect(await readers(3)).toEqual([digest, digest, digest]);
    const fetched = (await server.requests()).reduce((sum, {bytes}) => sum + bytes, 0);
    expect(fetched).toBe(content.length + 3 * 8);
  });

  it("are not held up by a lock whose holder is gone", async () => {
    await read(0, 10);
    writeFileSync(join(storeOf(cache), "fetching"), "999999999");
    expect(await read(10_000, 20_000)).toEqual({right: true, fetched: 10_000});
  });
});
