import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile} from "../../../lib/project/download/index.js";
import {removeSession} from "../../../lib/project/index.js";
import {hdf5Like, sha256} from "../servers/hdf5-like.js";
import {emptyFolder, error, finally_, impatient, remains, served, writtenDown} from "./served.js";

const SIZE = 600_000;
const bytes = hdf5Like(SIZE);

/** Why a small disk cannot be made here, or null. */
const cannotMount = (() => {
  try {
    const folder = smallDisk("size=64k");
    execFileSync("umount", [folder], {stdio: "ignore"});
    rmSync(folder, {recursive: true});
    return null;
  } catch {
    return "only root may mount a disk";
  }
})();

function smallDisk(options: string): string {
  const folder = join(
    process.env.TMPDIR ?? "/tmp",
    `small-disk-${process.pid}-${Math.round(performance.now() * 1000)}`
  );
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "none", folder], {stdio: "ignore"});
  } catch (error) {
    rmSync(folder, {recursive: true});
    throw error;
  }
  return folder;
}

/** A disk of its own, for one test. */
function disk(options: string): string {
  const folder = smallDisk(options);
  finally_(() => {
    execFileSync("umount", ["--lazy", folder], {stdio: "ignore"});
    rmSync(folder, {recursive: true});
  });
  return folder;
}

describe("room on the disk", () => {
  test("is looked for before the first byte is written", async () => {
    const {server, folder} = await served();
    server.route((_url, response) => {
      response.writeHead(206, {"content-range": `bytes 0-16383/${2 ** 52}`, etag: '"1"'});
      response.write(bytes.subarray(0, 16384));
      return true;
    });
    const path = join(folder, "a.nwb");
    await expect(downloadFile({url: `${server.address}/a.nwb`}, path, impatient)).rejects.toEqual(error("disk-full"));
    expect(server.requests.length).toBe(1);
    expect(remains(folder)).toEqual([]);
  });

  test.skipIf(cannotMount)(
    `that ends half-way is an error, and what has come is kept ${cannotMount ?? ""}`,
    async () => {
      const {server} = await served();
      const folder = disk("size=1m");
      const [path, ballast] = [join(folder, "a.nwb"), join(folder, "ballast")];
      const url = server.put("/a.nwb", bytes);
      [server.pieceSize, server.pause] = [8 << 10, 5];
      server.fault = () => {
        if (!existsSync(ballast) && writtenDown(folder) > 100_000) fill(ballast);
        return undefined;
      };
      await expect(downloadFile({url}, path, {...impatient, connections: 2})).rejects.toEqual(error("disk-full"));
      expect(existsSync(path)).toBe(false);
      rmSync(ballast);
      const kept = writtenDown(folder);
      expect(kept).toBeGreaterThan(100_000);
      const before = server.sent;
      server.fault = () => undefined;
      await downloadFile({url}, path, impatient);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      const onTheWay = 2 * server.pieceSize; // when the first run ended
      expect(server.sent - before).toBeLessThanOrEqual(SIZE - kept + onTheWay);
      expect(remains(folder)).toEqual([]);
    }
  );

  test.skipIf(cannotMount)(`is not wanted twice for what a killed run has written ${cannotMount ?? ""}`, async () => {
    const {server} = await served();
    const path = join(disk("size=800k"), "a.nwb");
    const url = server.put("/a.nwb", bytes);
    mkdirSync(`${path}.part`);
    writeFileSync(join(`${path}.part`, "bytes"), Buffer.alloc(500_000));
    const journal = {url, total: SIZE, version: null, received: []}; // it died before it wrote down what had come
    writeFileSync(join(`${path}.part`, "journal.json"), JSON.stringify(journal));
    await downloadFile({url, sha256: sha256(bytes)}, path, impatient);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test.skipIf(cannotMount)(`that is too small for the rest is an error too ${cannotMount ?? ""}`, async () => {
    const {server} = await served();
    const folder = disk("size=256k");
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "a.nwb"), impatient);
    await expect(download).rejects.toMatchObject({tag: "disk-full", expected: `room for ${SIZE} bytes`});
    expect(remains(folder)).toEqual([]);
  });
});

/** Fills a disk to its last byte. */
function fill(path: string): void {
  try {
    for (;;) writeFileSync(path, Buffer.alloc(4096), {flag: "a"});
  } catch {
    // full
  }
}

describe("a folder that cannot be written to", () => {
  test.skipIf(cannotMount)(`is an error that says so ${cannotMount ?? ""}`, async () => {
    const {server} = await served();
    const folder = disk("size=1m,ro");
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "sub", "a.nwb"), impatient);
    await expect(download).rejects.toEqual(error("not-writable"));
    expect(server.requests).toEqual([]);
  });

  test.skipIf(cannotMount)(`still gives the files that are in it ${cannotMount ?? ""}`, async () => {
    const {server} = await served();
    const folder = disk("size=2m");
    const url = server.put("/a.nwb", bytes);
    const [ours, theirs] = [join(folder, "a.nwb"), join(folder, "b.nwb")];
    await downloadFile({url}, ours, impatient);
    writeFileSync(theirs, bytes);
    execFileSync("mount", ["-o", "remount,ro", folder]);
    expect(await downloadFile({url}, ours, impatient)).toMatchObject({fetched: false});
    expect(await downloadFile({url}, theirs, impatient)).toMatchObject({fetched: false});
  });

  test.skipIf(cannotMount)(`cannot be cleared of a session, which is said ${cannotMount ?? ""}`, async () => {
    const folder = disk("size=2m");
    mkdirSync(join(folder, "session_1"));
    writeFileSync(join(folder, "session_1", "session_1.nwb"), bytes);
    execFileSync("mount", ["-o", "remount,ro", folder]);
    await expect(removeSession(folder, 1)).rejects.toEqual(error("not-writable"));
    expect(existsSync(join(folder, "session_1", "session_1.nwb"))).toBe(true);
  });

  test("is a file in fact, is an error that says so", async () => {
    const {server} = await served();
    const folder = emptyFolder();
    writeFileSync(join(folder, "session_1"), "");
    const path = join(folder, "session_1", "a.nwb");
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    await expect(download).rejects.toEqual(error("not-writable"));
    expect(statSync(join(folder, "session_1")).size).toBe(0);
  });
});
