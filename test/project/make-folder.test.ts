import {existsSync, mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {makeFolder} from "../../lib/project/make-folder.js";
import {writeWhole} from "../../lib/project/write-whole.js";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "folder-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

test("a folder is made with those above it, also by several at a time, and one that is there stays", async () => {
  const path = join(emptyFolder(), "a", "b", "c");
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(path, "d"))]);
  writeFileSync(join(path, "file"), "");
  await makeFolder(path);
  expect(statSync(join(path, "file")).isFile()).toBe(true);
  expect(statSync(join(path, "d")).isDirectory()).toBe(true);
});

test("where a file stands in the way, none is made", async () => {
  const path = join(emptyFolder(), "file");
  writeFileSync(path, "");
  await expect(makeFolder(path)).rejects.toMatchObject({code: "EEXIST"});
  await expect(makeFolder(join(path, "a", "b"))).rejects.toMatchObject({code: "ENOTDIR"});
});

test.skipIf(!existsSync("/proc/self"))("where none can be made, that is said at once (needs /proc)", async () => {
  await expect(makeFolder("/proc/cache/sessions")).rejects.toMatchObject({code: "ENOENT"});
  await expect(writeWhole("/proc/cache/sessions/sessions.csv", "id\n")).rejects.toMatchObject({tag: "not-writable"});
});
