import {getEventListeners} from "node:events";
import {join} from "node:path";
import {describe, expect, onTestFinished, test, vi} from "vitest";
import {type DownloadProgress, downloadFile, fileState} from "../../../lib/project/download/index.js";
import {hdf5Like} from "../servers/hdf5-like.js";
import {error, impatient, served} from "./served.js";
import {bytes, digest, expectWhole, SIZE} from "./small-file.js";

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

  test.each([
    ["of one file by sixteen connections", 1, 16],
    ["of sixteen files", 16, 1]
  ])(
    "%s at a time is nothing Node warns of, and leaves nobody who listens for its end",
    async (_what, files, connections) => {
      const {server, folder} = await served();
      const warnings: Error[] = [];
      const warned = (warning: Error) => warnings.push(warning);
      process.on("warning", warned);
      onTestFinished(() => void process.off("warning", warned));
      const {signal} = new AbortController();
      const url = server.put("/a.nwb", bytes);
      const options = {...impatient, blockSize: 4096, connections, signal};
      await Promise.all(Array.from({length: files}, (_, n) => downloadFile({url}, join(folder, `${n}.nwb`), options)));
      expect(warnings).toEqual([]);
      expect(getEventListeners(signal, "abort")).toEqual([]);
    }
  );

  test.each([1, 7, 8, 9])("brings a file of %i bytes", async (length) => {
    const {server, folder} = await served();
    const small = bytes.subarray(0, length);
    const path = join(folder, "small.nwb");
    await downloadFile({url: server.put("/small", small)}, path, impatient);
    expectWhole(folder, path, small);
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

describe("a name that leaves the folder is refused", () => {
  test.each(["../a.nwb", "session/../../a.nwb", "/etc/a.nwb", ".", "a\0.nwb"])("%j", async (name) => {
    const {server, folder} = await served();
    const path = name.startsWith("/") ? name : `${folder}/${name}`;
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, path, {...impatient, directory: folder});
    await expect(download).rejects.toEqual(error("bad-file-name"));
    expect(server.requests).toEqual([]);
  });
});
