import {createHash, randomBytes} from "node:crypto";
import {closeSync, openSync, writeFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import {DigestBehind} from "../../../lib/project/download/digest-behind.js";
import {downloadFile} from "../../../lib/project/download/index.js";
import {wait} from "../../../lib/project/http/wait.js";
import {emptyFolder, impatient, served} from "./served.js";

const MIB = 1 << 20;
const bytes = randomBytes(40 * MIB);
const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/** The digest of a file that is made for it, and is forgotten when the test has ended. */
function behind(content: Uint8Array) {
  const path = join(emptyFolder(), "file");
  writeFileSync(path, content);
  const digest = new DigestBehind(path);
  onTestFinished(() => digest.stop());
  return {path, digest};
}

describe("the digest of a file that is being written", () => {
  test.each([
    ["of known length", bytes.length],
    ["whose length is not known", null]
  ])("is that of its bytes, for one %s", async (_length, total) => {
    const {path, digest} = behind(new Uint8Array());
    const file = openSync(path, "w");
    for (let at = 0; at < bytes.length; at += MIB) {
      writeSync(file, bytes, at, MIB, at);
      digest.advance(at + MIB, total);
      if (at % (8 * MIB) === 0) await wait(5); // so that the thread has caught up, now and then
    }
    closeSync(file);
    expect(await digest.finish(bytes.length)).toBe(sha256(bytes));
  });

  test.each([0, 1, 3 * MIB])("is that of its bytes, for one of %i bytes", async (length) => {
    const {digest} = behind(bytes.subarray(0, length));
    digest.advance(length, length);
    expect(await digest.finish(length)).toBe(sha256(bytes.subarray(0, length)));
  });

  test("forgets what was read when the file begins anew", async () => {
    const {path, digest} = behind(bytes);
    digest.advance(36 * MIB, bytes.length);
    await digest.stop();
    const other = Buffer.from(bytes).reverse();
    writeFileSync(path, other);
    digest.advance(36 * MIB, other.length);
    expect(await digest.finish(other.length)).toBe(sha256(other));
  });

  test("is an error where the file is shorter than was said", async () => {
    const {digest} = behind(bytes);
    digest.advance(36 * MIB, 41 * MIB);
    await expect(digest.finish(41 * MIB)).rejects.toThrow(`ends at ${bytes.length}`);
  });

  test.each([
    ["a thread", bytes.length],
    ["no thread", 3 * MIB]
  ])("is not waited for after an abort, with %s", async (_thread, length) => {
    const {digest} = behind(bytes.subarray(0, length));
    digest.advance(length - MIB, length);
    const controller = new AbortController();
    const finished = digest.finish(length, controller.signal);
    const reason = new Error("interrupted");
    controller.abort(reason);
    await expect(finished).rejects.toBe(reason);
  });
});

const patient = {...impatient, blockSize: 4 * MIB};

describe("a file long enough for a thread of its digest", () => {
  test("arrives whole", async () => {
    const {server, folder} = await served();
    const url = server.put("/a", bytes);
    const record = await downloadFile({url, sha256: sha256(bytes)}, join(folder, "a"), patient);
    expect(record).toMatchObject({size: bytes.length, sha256: sha256(bytes)});
  });

  test("is refused when one byte of it differs from what is published", async () => {
    const {server, folder} = await served();
    const flipped = Buffer.from(bytes);
    flipped[bytes.length - 1] ^= 1;
    const remote = {url: server.put("/a", flipped), sha256: sha256(bytes)};
    const download = downloadFile(remote, join(folder, "a"), patient);
    await expect(download).rejects.toMatchObject({tag: "wrong-digest"});
  });
});
