import {existsSync, readFileSync, statSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, onTestFinished, test, vi} from "vitest";
import {type DownloadProgress, downloadFile, fileState} from "../../../lib/project/download/index.js";
import {goldenSessions} from "../../parity/golden.js";
import type {Fault} from "../servers/faults.js";
import type {FileServer} from "../servers/file-server.js";
import {hdf5Like, sha256} from "../servers/hdf5-like.js";
import {impatient, remains, served} from "./served.js";

const SIZE = 100_000;
const bytes = hdf5Like(SIZE);
const digest = sha256(bytes);

/** The bytes that came, and nothing else in the folder but what they were compared with. */
function expectWhole(folder: string, path: string, expected = bytes) {
  expect(readFileSync(path).equals(expected)).toBe(true);
  expect(remains(folder)).toEqual([]);
}

/** A fault in the first `times` requests, or in all. */
const first = (server: FileServer, fault: Fault, times = 1) => {
  server.fault = (n) => (n < times ? fault : undefined);
};

/** The options for a fault: only where the server stalls need a test wait for it. */
const patience = (fault: Fault) => (fault.kind === "stall" ? {...impatient, stallLimit: 200} : impatient);

const error = (tag: string) => expect.objectContaining({tag});

describe("a download from a server without fault", () => {
  test("brings the file by ranges that do not overlap, and writes down what it is", async () => {
    const {server, folder} = await served();
    const path = join(folder, "session_1", "session_1.nwb");
    const file = await downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    expect(file).toEqual({path, size: SIZE, sha256: digest, fetched: true});
    expectWhole(folder, path);
    expect(server.requests.length).toBe(Math.ceil(SIZE / impatient.blockSize!));
    expect(server.sent).toBe(SIZE);
    expect(await fileState(path, {digest: true})).toMatchObject({state: "whole", size: SIZE, sha256: digest});
  });

  test.each([
    ["by ranges", undefined],
    ["in one piece", {kind: "ignore-range"} as const]
  ])("brings a large file as it is on the server, %s, though no digest of it is published", async (_how, fault) => {
    const {server, folder} = await served();
    const large = hdf5Like(70_000_001);
    server.fault = () => fault;
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", large)}, path);
    expectWhole(folder, path, large);
  });

  test("says how far it is, from nothing to all of it", async () => {
    const {server, folder} = await served();
    const said: DownloadProgress[] = [];
    const onProgress = (progress: DownloadProgress) => said.push(progress);
    const url = server.put("/a.nwb", bytes);
    await downloadFile({url}, join(folder, "a.nwb"), {...impatient, onProgress});
    expect(said.map(({received}) => received)).toEqual(said.map(({received}) => received).sort((a, b) => a - b));
    expect(said.at(-1)).toMatchObject({state: "done", received: SIZE, size: SIZE, resumed: 0, url});
  });

  test("asks no server the second time", async () => {
    const {server, folder} = await served();
    const remote = {url: server.put("/a.nwb", bytes), sha256: digest, size: SIZE};
    await downloadFile(remote, join(folder, "a.nwb"), impatient);
    const before = server.requests.length;
    expect(await downloadFile(remote, join(folder, "a.nwb"), impatient)).toMatchObject({
      fetched: false,
      sha256: digest
    });
    expect(server.requests.length).toBe(before);
  });

  test("has at most as many requests under way as it may", async () => {
    const {server, folder} = await served();
    let [now, most] = [0, 0];
    server.route((_url, response) => {
      most = Math.max(most, ++now);
      response.on("close", () => now--);
      return false;
    });
    [server.pieceSize, server.pause] = [1024, 10];
    await downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "a.nwb"), {...impatient, connections: 3});
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4); // of 7: the server hears of a reply's end a moment after the client
  });

  test.each([1, 7, 8, 9])("brings a file of %i bytes", async (length) => {
    const {server, folder} = await served();
    const small = bytes.subarray(0, length);
    const path = join(folder, "small.nwb");
    await downloadFile({url: server.put("/small", small)}, path, impatient);
    expectWhole(folder, path, small);
  });
});

describe("a fault that passes is survived", () => {
  const passing: [string, Fault][] = [
    ["a connection that breaks at byte 0", {kind: "cut", after: 0}],
    ["a connection that breaks at byte 1", {kind: "cut", after: 1}],
    ["a connection that breaks half-way", {kind: "cut", after: 8192}],
    ["a connection that breaks before the last byte", {kind: "cut", after: (16 << 10) - 1}],
    ["a stall before the head", {kind: "stall", after: -1}],
    ["a stall after the head", {kind: "stall", after: 0}],
    ["a stall half-way", {kind: "stall", after: 8192}],
    ["status 200 for 206", {kind: "ignore-range"}],
    ["no Content-Range", {kind: "wrong-range", header: null}],
    ["another range than was asked for", {kind: "wrong-range", header: `bytes 1-16384/${SIZE}`}],
    ["a Content-Range that cannot be", {kind: "wrong-range", header: `bytes 16384-0/${SIZE}`}],
    ["a Content-Range that is none", {kind: "wrong-range", header: "bytes everything"}],
    ["fewer bytes than was said", {kind: "length", by: -100}],
    ["more bytes than was said", {kind: "length", by: 100}],
    ["a Content-Length that is too long for the range", {kind: "wrong-content-length", by: 5}],
    ["a Content-Length that is too short for the range", {kind: "wrong-content-length", by: -5}],
    ["status 500", {kind: "status", status: 500}],
    ["status 503 without more", {kind: "status", status: 503}],
    ["status 416 for bytes that are there", {kind: "status", status: 416}],
    ["an HTML page with status 200", {kind: "html"}]
  ];
  test.each(passing)("%s, at the first request", async (_name, fault) => {
    const {server, folder} = await served();
    first(server, fault);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, patience(fault));
    expectWhole(folder, path);
  });

  test.each(passing)("%s, where each reply closes its connection", async (_name, fault) => {
    const {server, folder} = await served();
    server.closes = true;
    first(server, fault);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes), sha256: digest}, path, patience(fault));
    expectWhole(folder, path);
  });

  test.each(passing)("%s, at a later one", async (_name, fault) => {
    const {server, folder} = await served();
    server.fault = (n) => (n === 3 ? fault : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes), size: SIZE, sha256: digest}, path, patience(fault));
    expectWhole(folder, path);
  });

  test("a flipped byte of the right length, by the published SHA-256", async () => {
    const {server, folder} = await served();
    server.fault = (n) => (n === 2 ? {kind: "flip", at: 77} : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes), sha256: digest}, path, impatient);
    expectWhole(folder, path);
  });

  test("a connection that breaks over and over, as long as each brings something", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "cut", after: 1000});
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, {...impatient, retries: 2});
    expectWhole(folder, path);
    expect(server.requests.length).toBeGreaterThanOrEqual(SIZE / 1000);
  });

  test("redirects, also of every range", async () => {
    const {server, folder} = await served();
    const blob = server.put("/blob", bytes);
    server.fault = (_n, path) => (path === "/a.nwb" ? {kind: "redirect", to: blob} : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: `${server.address}/a.nwb`}, path, impatient);
    expectWhole(folder, path);
  });
});

describe("a download that is interrupted", () => {
  test("as soon as it is known how long the file is leaves nothing behind that keeps the process from ending", async () => {
    const {server, folder} = await served();
    const [begun, ended] = [vi.spyOn(globalThis, "setInterval"), vi.spyOn(globalThis, "clearInterval")];
    onTestFinished(() => void vi.restoreAllMocks());
    const controller = new AbortController();
    const onProgress = ({size}: DownloadProgress) => size !== null && controller.abort();
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "a.nwb"), {
      ...impatient,
      signal: controller.signal,
      onProgress
    });
    await expect(download).rejects.toThrow();
    expect(begun).toHaveBeenCalled();
    const running = begun.mock.results.filter(({value}) => !ended.mock.calls.some(([timer]) => timer === value));
    expect(running).toHaveLength(0);
  });
});

describe("Retry-After is honoured", () => {
  test.each([429, 503])("in seconds, with status %i, by all requests", async (status) => {
    const {server, folder} = await served();
    const times: number[] = [];
    server.fault = (n) => {
      times.push(performance.now());
      return n === 0 ? {kind: "status", status, headers: {"retry-after": "1"}} : undefined;
    };
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    expectWhole(folder, path);
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(999);
  });

  test("as a date, by the server's clock", async () => {
    const {server, folder} = await served();
    const times: number[] = [];
    const date = new Date(Date.UTC(2019, 9, 3)).toUTCString();
    const later = new Date(Date.UTC(2019, 9, 3, 0, 0, 1)).toUTCString();
    server.fault = (n) => {
      times.push(performance.now());
      return n === 0 ? {kind: "status", status: 503, headers: {date, "retry-after": later}} : undefined;
    };
    await downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "a.nwb"), impatient);
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(999);
  });

  test("unless it asks for longer than anyone waits", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "status", status: 429, headers: {"retry-after": "86400"}});
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "a.nwb"), impatient);
    await expect(download).rejects.toMatchObject({tag: "busy", found: expect.stringContaining("86400")});
    expect(server.requests.length).toBe(1);
  });
});

describe("a fault that stays is an error, and nothing is handed on", () => {
  const staying: [string, Fault, string][] = [
    ["status 401", {kind: "status", status: 401}, "refused"],
    ["status 403", {kind: "status", status: 403}, "refused"],
    ["status 404", {kind: "status", status: 404}, "not-there"],
    ["status 400", {kind: "status", status: 400}, "wrong-status"],
    ["status 204", {kind: "status", status: 204}, "wrong-status"],
    ["status 416", {kind: "status", status: 416}, "wrong-range"],
    ["status 503", {kind: "status", status: 503}, "busy"],
    ["a connection that breaks before the first byte", {kind: "cut", after: 0}, "unreachable"],
    ["a stall", {kind: "stall", after: 0}, "stalled"],
    ["a range that is never the one asked for", {kind: "wrong-range", header: `bytes 5-9/${SIZE}`}, "wrong-range"],
    ["an HTML page with status 200", {kind: "html"}, "wrong-content"],
    ["bytes that are compressed", {kind: "gzip"}, "wrong-content"],
    ["a flipped byte in every reply", {kind: "flip", at: 100}, "wrong-digest"]
  ];
  test.each(staying)("%s", async (_name, fault, tag) => {
    const {server, folder} = await served();
    server.fault = () => fault;
    const remote = {url: server.put("/a.nwb", bytes), sha256: digest};
    const path = join(folder, "a.nwb");
    await expect(downloadFile(remote, path, {...patience(fault), retries: 3})).rejects.toEqual(error(tag));
    expect(existsSync(path)).toBe(false);
    expect(remains(folder)).toEqual([]);
  });

  test("a loop of redirects", async () => {
    const {server, folder} = await served();
    server.fault = (_n, path) => ({kind: "redirect", to: path === "/a" ? "/b" : "/a"});
    const download = downloadFile({url: `${server.address}/a`}, join(folder, "a.nwb"), impatient);
    await expect(download).rejects.toEqual(error("redirects"));
  });

  test("a redirect to a file of the machine", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "redirect", to: "file:///etc/hostname"});
    const download = downloadFile({url: `${server.address}/a`}, join(folder, "a.nwb"), {...impatient, retries: 2});
    await expect(download).rejects.toMatchObject({name: "RequestError"});
  });

  test("a reply without a length, that ends when the connection does", async () => {
    const {server, folder} = await served();
    server.route((_url, _response, request) => {
      delete request.headers.range;
      return false;
    });
    server.fault = () => ({kind: "until-close"});
    const path = join(folder, "a.nwb");
    const remote = {url: server.put("/a.nwb", bytes)};
    await expect(downloadFile(remote, path, impatient)).rejects.toEqual(error("wrong-length"));
    expect(existsSync(path)).toBe(false);
  });

  test("a server that is not there", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes);
    await server.stop();
    server.stop = async () => {};
    await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toEqual(error("unreachable"));
  });

  test("an address that is none", async () => {
    const {folder} = await served();
    const download = downloadFile({url: "no address"}, join(folder, "a.nwb"), impatient);
    await expect(download).rejects.toEqual(error("unreachable"));
  });

  test("a file of another size than the source says", async () => {
    const {server, folder} = await served();
    const remote = {url: server.put("/a.nwb", bytes), size: SIZE + 1};
    await expect(downloadFile(remote, join(folder, "a.nwb"), impatient)).rejects.toEqual(error("changed"));
    expect(remains(folder)).toEqual([]);
  });

  test("an empty file", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", new Uint8Array(0));
    await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toMatchObject({name: "RequestError"});
    expect(remains(folder)).toEqual([]);
  });

  test("a table that begins as a page does, and a page of the right length", async () => {
    const {server, folder} = await served();
    const page = Buffer.from(`  <?xml version="1.0"?>${" ".repeat(100)}`);
    const url = server.put("/units.csv", page);
    const download = downloadFile({url, size: page.length}, join(folder, "units.csv"), impatient);
    await expect(download).rejects.toEqual(error("wrong-content"));
    expect(existsSync(join(folder, "units.csv"))).toBe(false);
  });
});

describe("a server that gives no ranges", () => {
  test("is read in one piece", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "ignore-range"});
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    expectWhole(folder, path);
    expect(server.requests.length).toBe(1);
  });

  test("is read again from the beginning when that breaks off", async () => {
    const {server, folder} = await served();
    server.route((_url, _response, request) => {
      delete request.headers.range;
      return false;
    });
    server.fault = (n) => (n < 2 ? {kind: "cut", after: 50_000} : {kind: "ignore-range"});
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes, {})}, path, impatient);
    expectWhole(folder, path);
  });

  test("nor says how long the file is, is taken at the word of its chunks", async () => {
    const {server, folder} = await served();
    server.route((_url, response) => {
      response.writeHead(200, {"transfer-encoding": "chunked"});
      response.write(bytes.subarray(0, 60_000));
      response.end(bytes.subarray(60_000));
      return true;
    });
    const path = join(folder, "a.nwb");
    await downloadFile({url: `${server.address}/a.nwb`}, path, impatient);
    expectWhole(folder, path);
  });
});

describe("a file that changes on the server while it is fetched", () => {
  const other = hdf5Like(SIZE, 2);

  test.each([
    ["by its ETag", {etag: '"one"'}, {etag: '"two"'}],
    ["by its date", {lastModified: "Thu, 03 Oct 2019 00:00:00 GMT"}, {lastModified: "Fri, 04 Oct 2019 00:00:00 GMT"}]
  ])("%s, begins anew once, and is never a mixture", async (_name, before, after) => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, before);
    server.fault = (n) => {
      if (n === 4) server.put("/a.nwb", other, after);
      return undefined;
    };
    const path = join(folder, "a.nwb");
    await downloadFile({url}, path, {...impatient, connections: 2});
    expectWhole(folder, path, other);
  });

  test("over and over, is an error", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, {etag: '"0"'});
    server.fault = (n) => {
      server.put("/a.nwb", bytes, {etag: `"${n}"`});
      return undefined;
    };
    await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toEqual(error("changed"));
    expect(remains(folder)).toEqual([]);
  });

  test("without any word of its version, is fetched in one piece", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, {});
    await downloadFile({url}, join(folder, "a.nwb"), impatient);
    expectWhole(folder, join(folder, "a.nwb"));
    expect(server.requests.map(({range}) => range)).toEqual(["bytes=0-16383", undefined]);
  });

  test("a weak ETag is no word for its bytes", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, {etag: 'W/"1"'});
    await downloadFile({url}, join(folder, "a.nwb"), impatient);
    expect(server.requests.at(-1)!.range).toBe(undefined);
  });
});

test("an NWB file that its server has a byte short is not taken, though nobody publishes its size", async () => {
  const {server, folder} = await served();
  const whole = readFileSync(goldenSessions[0].nwb);
  const url = server.put("/a.nwb", whole.subarray(0, -1));
  await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toMatchObject({
    tag: "wrong-content",
    expected: `${whole.length} bytes, as its first ones say`
  });
  expect(remains(folder)).toEqual([]);
});

describe("a file that is there already", () => {
  test("and was cut short later, is fetched again", async () => {
    const {server, folder} = await served();
    const path = join(folder, "a.nwb");
    const url = server.put("/a.nwb", bytes);
    await downloadFile({url}, path, impatient);
    truncateSync(path, 5000);
    expect(await fileState(path)).toMatchObject({state: "damaged", expected: `${SIZE} bytes`, found: "5000 bytes"});
    expect(await downloadFile({url}, path, impatient)).toMatchObject({fetched: true});
    expectWhole(folder, path);
  });

  test("and was altered, is found out by its digest", async () => {
    const {server, folder} = await served();
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    const altered = Buffer.from(bytes);
    altered[5000] ^= 1;
    writeFileSync(path, altered);
    expect(await fileState(path)).toMatchObject({state: "whole"});
    expect(await fileState(path, {digest: true})).toMatchObject({state: "damaged", found: sha256(altered)});
  });

  test("put there by someone else, is compared with what the source says", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes);
    const path = join(folder, "a.nwb");
    writeFileSync(path, bytes);
    expect(await downloadFile({url, sha256: digest}, path, impatient)).toMatchObject({fetched: false});
    expect(server.requests).toEqual([]);
    expect(await fileState(path)).toMatchObject({state: "whole", sha256: digest, url});
  });

  test("put there by someone else and cut short, is fetched again, by the source's size or the server's", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes);
    for (const [name, remote] of Object.entries({a: {url}, b: {url, size: SIZE}, c: {url, sha256: digest}})) {
      const path = join(folder, `${name}.nwb`);
      writeFileSync(path, bytes.subarray(0, 70_000));
      expect(await downloadFile(remote, path, impatient)).toMatchObject({fetched: true});
      expectWhole(folder, path);
    }
  });

  test("of another digest than the source publishes now, is replaced", async () => {
    const {server, folder} = await served();
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    const other = hdf5Like(SIZE, 3);
    const remote = {url: server.put("/a.nwb", other), sha256: sha256(other)};
    expect(await downloadFile(remote, path, impatient)).toMatchObject({fetched: true, sha256: sha256(other)});
    expectWhole(folder, path, other);
  });
});

describe("offline", () => {
  test("a file that is there is given, and no server is asked", async () => {
    const {server, folder} = await served();
    const path = join(folder, "a.nwb");
    const url = server.put("/a.nwb", bytes);
    await downloadFile({url}, path, impatient);
    const before = server.requests.length;
    expect(await downloadFile({url}, path, {offline: true})).toMatchObject({fetched: false, sha256: digest});
    const theirs = join(folder, "theirs.nwb");
    writeFileSync(theirs, bytes);
    expect(await downloadFile({url}, theirs, {offline: true})).toMatchObject({fetched: false, sha256: digest});
    expect(server.requests.length).toBe(before);
  });

  test("a file that is not there, or not whole, is an error", async () => {
    const {server, folder} = await served();
    const path = join(folder, "a.nwb");
    const url = server.put("/a.nwb", bytes);
    await expect(downloadFile({url}, path, {offline: true})).rejects.toEqual(error("offline"));
    await downloadFile({url}, path, impatient);
    truncateSync(path, 5000);
    const before = server.requests.length;
    await expect(downloadFile({url}, path, {offline: true})).rejects.toEqual(error("damaged"));
    expect(server.requests.length).toBe(before);
    expect(statSync(path).size).toBe(5000);
  });
});

describe("a name that leaves the folder is refused", () => {
  test.each(["../a.nwb", "session/../../a.nwb", "/etc/a.nwb", ".", "a\0.nwb"])("%j", async (name) => {
    const {server, folder} = await served();
    const path = name.startsWith("/") ? name : `${folder}/${name}`;
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, path, {...impatient, directory: folder});
    await expect(download).rejects.toEqual(error("bad-file-name"));
    expect(server.requests).toEqual([]);
  });
});
