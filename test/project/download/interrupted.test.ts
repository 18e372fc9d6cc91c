import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {seededRandom} from "../../../lib/analysis/index.js";
import {type DownloadProgress, downloadFile} from "../../../lib/project/download/index.js";
import type {FileServer} from "../servers/file-server.js";
import {hdf5Like, sha256} from "../servers/hdf5-like.js";
import {emptyFolder, finally_, impatient, remains, served, writtenDown} from "./served.js";

const SIZE = 1 << 20;
const bytes = hdf5Like(SIZE);
const digest = sha256(bytes);
const CHILD = join(import.meta.dirname, "child.ts");

/** Another process that fetches the file. */
function fetchElsewhere(url: string, path: string, options: object = {}): ChildProcess {
  const settings = JSON.stringify({...impatient, ...options});
  const arguments_ = ["--import", "./lib/site/typescript.mjs", CHILD, url, path, "", settings];
  const child = spawn(process.execPath, arguments_, {stdio: ["ignore", "pipe", "inherit"]});
  finally_(() => child.kill("SIGKILL"));
  return child;
}

/** What another process printed, as it ended. */
async function outcome(child: ChildProcess): Promise<{code: number | null; printed: string}> {
  let printed = "";
  child.stdout!.on("data", (text) => {
    printed += text;
  });
  const [code] = await once(child, "close");
  return {code, printed};
}

/** Resolves when the server has sent so many bytes. */
async function sent(server: FileServer, count: number): Promise<void> {
  while (server.sent < count) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A server slow enough to be interrupted. */
async function slowlyServed() {
  const {server, folder} = await served();
  [server.pieceSize, server.pause] = [8 << 10, 4];
  return {server, path: join(folder, "a.nwb"), folder, url: server.put("/a.nwb", bytes)};
}

describe("a process that is ended", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s, leaves what has come to the next run", async (name) => {
    const {server, url, path, folder} = await slowlyServed();
    const child = fetchElsewhere(url, path, {graceful: true});
    await sent(server, SIZE / 2);
    const ended = outcome(child);
    child.kill(name);
    const {code, printed} = await ended;
    expect(code).toBe(1);
    expect(printed).toContain("AbortError");
    expect(remains(folder)).toContain("a.nwb.part/journal.json");
    expect(existsSync(path)).toBe(false);
    const before = server.sent;
    const said: DownloadProgress[] = [];
    await downloadFile({url, sha256: digest}, path, {...impatient, onProgress: (progress) => said.push(progress)});
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(said.at(-1)!.resumed).toBeGreaterThan(SIZE / 4);
    expect(server.sent - before).toBe(SIZE - said.at(-1)!.resumed);
    expect(remains(folder)).toEqual([]);
  });

  test("by kill -9 at 20 points by chance, has whole bytes only in the end", {timeout: 300_000}, async () => {
    const {server, path, folder} = await slowlyServed();
    const large = hdf5Like(4 * SIZE, 4); // more than 20 processes can fetch before they are killed
    const url = server.put("/large.nwb", large);
    const random = seededRandom(6);
    let known = 0;
    for (let kill = 0; kill < 20; kill++) {
      const child = fetchElsewhere(url, path);
      const until = server.sent + random() * (SIZE / 24);
      if (kill % 5 === 3) {
        while (writtenDown(folder) <= known) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      if (kill % 5 === 4)
        await new Promise((resolve) => setTimeout(resolve, random() * 400)); // also before it began
      else await sent(server, until);
      child.kill("SIGKILL");
      await once(child, "close");
      if (existsSync(path)) expect(readFileSync(path).equals(large)).toBe(true);
      expect(writtenDown(folder)).toBeGreaterThanOrEqual(known); // nothing is lost that was written down
      known = writtenDown(folder);
    }
    [server.pieceSize, server.pause] = [1 << 16, 0];
    const before = server.sent;
    await downloadFile({url, sha256: sha256(large)}, path, impatient);
    expect(readFileSync(path).equals(large)).toBe(true);
    expect(known).toBeGreaterThan(0);
    expect(server.sent - before).toBe(large.length - known);
    expect(remains(folder)).toEqual([]);
  });

  test("and what it left is thrown away when the file is another now", async () => {
    const {server, url, path} = await slowlyServed();
    const child = fetchElsewhere(url, path);
    await sent(server, SIZE / 2);
    child.kill("SIGKILL");
    await once(child, "close");
    const other = hdf5Like(SIZE, 2);
    server.put("/a.nwb", other, {etag: '"another"'});
    server.pause = 0;
    await downloadFile({url}, path, impatient);
    expect(readFileSync(path).equals(other)).toBe(true);
  });

  test("and whose journal is damaged, costs its bytes and nothing else", async () => {
    const {server, url, path, folder} = await slowlyServed();
    server.pause = 0;
    for (const text of [
      "",
      "{",
      "null",
      '{"received":[[0,99999999999]],"total":1e99}',
      `{"url":"${url}","received":[]}`
    ]) {
      mkdirSync(`${path}.part`);
      writeFileSync(`${path}.part/bytes`, "not those of the file");
      writeFileSync(`${path}.part/journal.json`, text);
      await downloadFile({url}, path, impatient);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      expect(remains(folder)).toEqual([]);
      renameSync(path, join(emptyFolder(), "a.nwb"));
    }
  });
});

describe("a download that is aborted", () => {
  test("throws the signal's reason, at once", async () => {
    const {url, path, server} = await slowlyServed();
    const controller = new AbortController();
    const download = downloadFile({url}, path, {...impatient, signal: controller.signal});
    await sent(server, SIZE / 4);
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(download).rejects.toBe(reason);
    expect(existsSync(`${path}.part/journal.json`)).toBe(true);
    await expect(downloadFile({url}, path, {signal: controller.signal})).rejects.toBe(reason);
  });

  test("while it waits to try again, too", async () => {
    const {server, url, path, folder} = await slowlyServed();
    server.fault = () => ({kind: "status", status: 503, headers: {"retry-after": "60"}});
    const controller = new AbortController();
    const options = {...impatient, longestWait: 100_000, signal: controller.signal};
    const download = downloadFile({url}, path, {...options, onProgress: () => controller.abort()});
    await expect(download).rejects.toMatchObject({name: "AbortError"});
    expect(remains(folder)).toEqual([]);
  });
});

describe("two that want the same file", () => {
  test("in one process: one fetches it, the other waits for it", async () => {
    const {server, url, path, folder} = await slowlyServed();
    const states: string[] = [];
    const onProgress = ({state}: DownloadProgress) => states.push(state);
    const files = await Promise.all(
      Array.from({length: 3}, () => downloadFile({url}, path, {...impatient, onProgress}))
    );
    expect(files.filter(({fetched}) => fetched).length).toBe(1);
    expect(states).toContain("waiting");
    expect(server.sent).toBe(SIZE);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(remains(folder)).toEqual([]);
  });

  test("in two processes: one fetches it, the other waits for it", async () => {
    const {server, url, path, folder} = await slowlyServed();
    const outcomes = await Promise.all([fetchElsewhere(url, path), fetchElsewhere(url, path)].map(outcome));
    const files = outcomes.map(({printed}) => JSON.parse(printed));
    expect(files.map(({fetched}) => fetched).sort()).toEqual([false, true]);
    expect(files.map(({sha256}) => sha256)).toEqual([digest, digest]);
    expect(server.sent).toBe(SIZE);
    expect(remains(folder)).toEqual([]);
  });

  test("and the first is killed: the second goes on where it was", async () => {
    const {server, url, path, folder} = await slowlyServed();
    const child = fetchElsewhere(url, path);
    await sent(server, SIZE / 2);
    server.pause = 1000; // so that the first is not done before the second waits, however busy the machine
    const said: DownloadProgress[] = [];
    const download = downloadFile({url}, path, {...impatient, onProgress: (progress) => said.push(progress)});
    while (said.at(-1)?.state !== "waiting") await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    server.pause = 0;
    expect(await download).toMatchObject({fetched: true, sha256: digest});
    expect(said.at(-1)!.resumed).toBeGreaterThan(0);
    expect(remains(folder)).toEqual([]);
  });

  test("a part of a machine that has not been heard of for long is taken over, one of late is not", async () => {
    const {server, url, path, folder} = await slowlyServed();
    server.pause = 0;
    const controller = new AbortController();
    const aborted = downloadFile({url}, path, {
      ...impatient,
      signal: controller.signal,
      onProgress: ({received}) => received > SIZE / 2 && controller.abort()
    });
    await expect(aborted).rejects.toMatchObject({name: "AbortError"});
    const theirs = `${path}.0badcafe-123-0-01234567.part`;
    renameSync(`${path}.part`, theirs);
    const waiting = new AbortController();
    const waits = downloadFile({url}, path, {
      ...impatient,
      signal: waiting.signal,
      onProgress: ({state}) => state === "waiting" && waiting.abort()
    });
    await expect(waits).rejects.toMatchObject({name: "AbortError"});
    utimesSync(theirs, new Date(), new Date(Date.now() - 300_000));
    await downloadFile({url}, path, impatient);
    expect(server.sent).toBeLessThan(2 * SIZE);
    expect(remains(folder)).toEqual([]);
  });

  test("a process that slept while its part was taken over, does not touch the file, and waits for it", async () => {
    const {server, url, path, folder} = await slowlyServed();
    const download = downloadFile({url}, path, impatient);
    await sent(server, SIZE / 2);
    const [mine] = readdirSync(folder).filter((name) => name.endsWith(".part"));
    const theirs = join(folder, "a.nwb.0badcafe-123-0-01234567.part");
    renameSync(join(folder, mine), theirs);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(existsSync(path)).toBe(false);
    renameSync(theirs, `${path}.part`);
    expect(await download).toMatchObject({sha256: digest});
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(remains(folder)).toEqual([]);
  });
});
