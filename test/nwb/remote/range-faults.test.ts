// A file read from a server on this machine that goes wrong in every way that servers and networks do.
import {randomBytes} from "node:crypto";
import {appendFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {ByteSource} from "../../../lib/nwb/byte-source.js";
import {NodeRemoteNwb} from "../../../lib/nwb/remote/node/index.js";
import {temporaryDirectory} from "../write-hdf5.js";
import type {Fault} from "./range-server.js";
import {type RangeServer, startRangeServer} from "./start-range-server.js";

const SIZE = 3_000_000;
const content = randomBytes(SIZE);
const folder = temporaryDirectory();
let server: RangeServer;

beforeAll(async () => {
  writeFileSync(join(folder, "file.bin"), content);
  server = await startRangeServer(folder);
});
beforeEach(() => server.goWrong());
afterAll(() => server.stop());

const PATIENCE = {shortestDelay: 1, stallLimit: 700, attempts: 7};

/** Opens the file, does something with it, and closes it. */
async function withFile<T>(read: (file: ByteSource) => T | Promise<T>, address = server.url("file.bin")): Promise<T> {
  const file = await new NodeRemoteNwb(address, PATIENCE).open();
  try {
    return await read(file);
  } finally {
    file.close();
  }
}

/** What is read of the file while the server goes wrong, but not before it has been opened. */
const readDespite = (faults: Fault[], start = 1_000_000, length = 500_000) =>
  withFile(async (file) => {
    await server.goWrong(...faults);
    return Buffer.compare(file.read(start, length), content.subarray(start, start + length)) === 0;
  });

describe("a file behind an address", () => {
  it("gives any bytes of it, and none past its end", async () => {
    await withFile((file) => {
      expect(file.size).toBe(SIZE);
      for (const [start, length] of [
        [0, 1],
        [0, SIZE],
        [65_535, 2],
        [131_000, 66_000],
        [SIZE - 10, 100]
      ]) {
        expect(Buffer.compare(file.read(start, length), content.subarray(start, start + length))).toBe(0);
      }
      expect(file.read(SIZE, 1)).toHaveLength(0);
      expect(file.read(5, 0)).toHaveLength(0);
      const parts = file.readAll([
        {start: 2_000_000, end: 2_000_010},
        {start: 7, end: 9}
      ]);
      expect(parts.map((part) => Buffer.from(part))).toEqual([
        content.subarray(2_000_000, 2_000_010),
        content.subarray(7, 9)
      ]);
    });
  });

  it("is asked with If-Match for the state that it was opened in", async () => {
    await server.requests();
    await withFile((file) => file.read(0, 10));
    const [first, second] = await server.requests();
    expect(first.ifMatch).toBe("");
    expect(second.ifMatch).toMatch(/^"3000000-/);
  });

  it("is asked for blocks, more at a time while reads go on, and never again for what is at hand", async () => {
    await withFile(async (file) => {
      await server.requests();
      for (let start = 0; start < SIZE; start += 1000) file.read(start, 1000);
      const reads = await server.requests();
      expect(reads.length).toBeLessThan(12);
      expect(reads.reduce((sum, {bytes}) => sum + bytes, 0)).toBe(SIZE);
      file.read(0, 1000);
      expect(await server.requests()).toEqual([]);
    });
  });

  it("is asked for exactly the extents that are wanted, where these are large or several", async () => {
    await withFile(async (file) => {
      const extents = Array.from({length: 20}, (_, i) => ({start: i * 150_000, end: i * 150_000 + 50_000}));
      await server.requests();
      file.readAll(extents);
      file.read(1_234_567, 1_000_000);
      const requests = await server.requests();
      const wanted = [...extents, {start: 1_234_567, end: 2_234_567}];
      expect(requests.map(({range}) => range).sort()).toEqual(
        wanted.map(({start, end}) => `bytes=${start}-${end - 1}`).sort()
      );
    });
  });
});

describe("reading goes on, with the right bytes, when", () => {
  const passing: [string, Fault][] = [
    ["the connection breaks before the first byte", {cut: 0}],
    ["the connection breaks after one byte", {cut: 1}],
    ["the connection breaks half-way", {cut: 250_000}],
    ["the connection breaks before the last byte", {cut: 499_999}],
    ["nothing more comes after a while", {stall: 100_000}],
    ["nothing comes at all", {stall: 0}],
    ["fewer bytes come than were said", {extra: -10}],
    ["more bytes come than were said", {extra: 10}],
    ["the server is busy (429)", {status: 429}],
    ["the server is out of service (503), for seconds", {status: 503, headers: {"retry-after": "1"}}],
    [
      "the server is out of service (503), until a date",
      {status: 503, headers: {"retry-after": new Date(0).toUTCString()}}
    ],
    ["the server fails (500)", {status: 500}],
    ["an answer is of another range", {headers: {"content-range": `bytes 0-499999/${SIZE}`}}],
    ["an answer does not say of which range it is", {headers: {"content-range": null}}],
    ["an answer lacks its ETag", {headers: {etag: null}}]
  ];
  it.each(passing)("%s", async (_, fault) => {
    expect(await readDespite([{...fault, times: 2}])).toBe(true);
  });

  it("the file is being opened", async () => {
    await server.goWrong({cut: 3, times: 1}, {status: 503, times: 1}, {stall: 0, times: 1});
    expect(await withFile((file) => file.size)).toBe(SIZE);
  });

  it("every answer breaks off, but each brings some", async () => {
    expect(await readDespite([{cut: 70_000}])).toBe(true);
  });

  it("a server gives less at a time than was asked for", async () => {
    const headers = {"content-range": `bytes 1000000-1099999/${SIZE}`, "content-length": "100000"};
    expect(await readDespite([{headers, extra: 0, cut: 100_000, times: 1}])).toBe(true);
  });
});

describe("reading ends with an error that says what to do when", () => {
  const lasting: [string, string, Fault][] = [
    ["the connection always breaks", "unreachable", {cut: 1}],
    ["nothing ever comes", "unreachable", {stall: 0}],
    ["the server stays out of service", "busy", {status: 503}],
    ["the server asks to come back in an hour", "busy", {status: 503, headers: {"retry-after": "3600"}}],
    ["the file is no longer given", "refused", {status: 403}],
    ["the file is no longer there", "not-there", {status: 404}],
    ["there is no such part of it (416)", "wrong-range", {status: 416}],
    ["the whole file comes in place of a part (200)", "ignores-ranges", {status: 200}],
    ["answers are always of another range", "wrong-range", {headers: {"content-range": `bytes 0-499999/${SIZE}`}}],
    ["answers are always longer than they say", "wrong-length", {extra: 10}],
    ["its ETag is another", "changed", {headers: {etag: '"another"'}}],
    ["its size is another", "changed", {headers: {"content-range": "bytes 1000000-1499999/3000001"}}]
  ];
  it.each(lasting)("%s: %s", async (_, tag, fault) => {
    await expect(readDespite([fault])).rejects.toMatchObject({
      name: "RequestError",
      tag,
      file: server.url("file.bin"),
      remedy: expect.stringMatching(/\w+\.$/)
    });
  });

  it("the file is replaced midway: changed, also for what comes later", async () => {
    const path = join(folder, "replaced.bin");
    writeFileSync(path, content);
    await withFile((file) => {
      file.read(0, 10);
      appendFileSync(path, "more");
      expect(() => file.read(2_000_000, 10)).toThrow(expect.objectContaining({tag: "changed"}));
      expect(() => file.read(2_900_000, 10)).toThrow(expect.objectContaining({tag: "changed"}));
      expect(Buffer.from(file.read(0, 10))).toEqual(content.subarray(0, 10)); // still of the file that was opened
    }, server.url("replaced.bin"));
  });

  it.each([
    ["there is no such file", "nothing.bin", "not-there"],
    ["redirects have no end", "loop", "redirects"]
  ])("%s", async (_, file, tag) => {
    await expect(withFile(() => {}, server.url(file))).rejects.toMatchObject({tag});
  });

  it("a server that gives no parts is asked; its whole file is not fetched", async () => {
    await server.goWrong({headers: {"content-range": null}, status: 200});
    await expect(withFile(() => {})).rejects.toMatchObject({
      tag: "ignores-ranges",
      remedy: expect.stringMatching(/download/)
    });
  });

  it("there is no server", async () => {
    await expect(withFile(() => {}, "http://127.0.0.1:1/a.nwb")).rejects.toMatchObject({
      tag: "unreachable",
      found: expect.stringMatching(/ECONNREFUSED|bad port/)
    });
  });

  it("the file is not as long as its source says", async () => {
    const remote = new NodeRemoteNwb(server.url("file.bin"), {...PATIENCE, size: SIZE + 1});
    await expect(remote.open()).rejects.toMatchObject({tag: "wrong-length"});
  });

  it("the file is empty", async () => {
    writeFileSync(join(folder, "empty.bin"), "");
    await expect(withFile(() => {}, server.url("empty.bin"))).rejects.toMatchObject({
      tag: "wrong-content",
      found: "an empty file"
    });
  });
});

describe("an address that redirects to one which expires", () => {
  it("is asked once, and again when that has expired", async () => {
    await withFile(async (file) => {
      expect(Buffer.from(file.read(0, 10))).toEqual(content.subarray(0, 10));
      await server.goWrong({expire: true, times: 1});
      file.read(1_000_000, 10);
      expect(Buffer.from(file.read(2_000_000, 10))).toEqual(content.subarray(2_000_000, 2_000_010));
    }, server.url("moved/file.bin"));
  });

  it("is given up when the new address is refused too", async () => {
    await expect(
      withFile(async (file) => {
        await server.goWrong({status: 403});
        file.read(1_000_000, 10);
      }, server.url("moved/file.bin"))
    ).rejects.toMatchObject({tag: "refused"});
  });
});

it("of 100 files read while everything goes wrong at random, no byte is wrong, and whoever can be read is", async () => {
  const random = (below: number) => Math.floor(Math.random() * below);
  const kinds: (() => Fault)[] = [
    () => ({cut: random(200_000)}),
    () => ({status: [429, 500, 502, 503, 504][random(5)]}),
    () => ({extra: random(2) ? 1 + random(100) : -1 - random(100)}),
    () => ({headers: {"content-range": `bytes ${random(SIZE)}-${SIZE - 1}/${SIZE}`}}),
    () => ({headers: {etag: null}}),
    () => ({expire: true}),
    () => ({headers: {etag: '"another"'}}),
    () => ({status: 200})
  ];
  let read = 0;
  for (let run = 0; run < 100; ++run) {
    const faults = Array.from({length: random(4)}, () => ({
      ...kinds[random(kinds.length)](),
      times: 1,
      after: random(3)
    }));
    const canBeRead = faults.every((fault) => fault.headers?.etag === undefined && fault.status !== 200);
    await server.goWrong(...faults);
    const attempt = withFile((file) => {
      for (let i = 0; i < 5; ++i) {
        const [start, length] = [random(SIZE), 1 + random(300_000)];
        const right = content.subarray(start, start + length);
        if (Buffer.compare(file.read(start, length), right) !== 0)
          throw new Error(`wrong bytes: ${JSON.stringify(faults)}`);
      }
      return true;
    }, server.url("moved/file.bin"));
    const outcome = await attempt.catch((error) => error);
    if (outcome === true) read++;
    else if (canBeRead || outcome.name !== "RequestError") throw outcome;
  }
  expect(read).toBeGreaterThan(30);
}, 120_000);
