import {statSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile, fileState} from "../../../lib/project/download/index.js";
import {hdf5Like, sha256} from "../servers/hdf5-like.js";
import {error, impatient, served} from "./served.js";
import {bytes, digest, expectWhole, SIZE} from "./small-file.js";

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
