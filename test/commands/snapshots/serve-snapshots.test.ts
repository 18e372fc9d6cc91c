import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {SnapshotsBegun} from "../../../lib/commands/snapshots/begin-snapshots.js";
import {serveSnapshots} from "../../../lib/commands/snapshots/serve-snapshots.js";
import {snapshotMadeElsewhere} from "../../../lib/project/snapshot-made-elsewhere.js";

let folder: string;
let address: string;
let finish: () => void;

/** One snapshot is being made, that of the units of session 7. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "served-"));
  const path = join(folder, "units.arrow");
  const made = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const making: SnapshotsBegun = {
    failed: made.then(() => []),
    async soon(loader, {session}) {
      if (loader === "deleted.arrow.ts") return join(folder, "deleted.arrow");
      if (loader !== "units.arrow.ts" || session !== "7") return null;
      await made;
      return path;
    },
    progress: () => ({done: 3, of: 12})
  };
  address = await serveSnapshots(Promise.resolve(making));
  writeFileSync(path, "arrow");
});
afterAll(() => rmSync(folder, {recursive: true}));

it("a loader waits for the snapshot that is being made, and gets its bytes", async () => {
  let came = false;
  const waiting = snapshotMadeElsewhere("units.arrow.ts", {session: "7"}, address).finally(() => {
    came = true;
  });
  await snapshotMadeElsewhere("spikes.arrow.ts", {session: "7"}, address); // another answer has come meanwhile
  expect(came).toBe(false);
  finish();
  expect(new TextDecoder().decode((await waiting)!)).toBe("arrow");
});

it("a loader is told when nobody makes its snapshot, or nobody is there any more", async () => {
  expect(await snapshotMadeElsewhere("units.arrow.ts", {session: "8"}, address)).toBeNull();
  expect(await snapshotMadeElsewhere("units.arrow.ts", {session: "7"}, "http://127.0.0.1:1")).toBeNull();
  expect(await snapshotMadeElsewhere("units.arrow.ts", {session: "7"}, "")).toBeNull();
});

it("a loader is told when its snapshot was made and has gone, and others are answered after it", async () => {
  expect(await snapshotMadeElsewhere("deleted.arrow.ts", {session: "7"}, address)).toBeNull();
  expect((await fetch(`${address}//`)).status).toBe(404);
  expect((await fetch(`${address}/progress`)).status).toBe(200);
});

it("a page, which has another address, may ask how many there are", async () => {
  const answer = await fetch(`${address}/progress`);
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await answer.json()).toEqual({done: 3, of: 12});
});

it("a loader is told when making could not begin", async () => {
  const address = await serveSnapshots(Promise.reject(new Error("Such as a source that cannot be read.")));
  expect(await snapshotMadeElsewhere("units.arrow.ts", {session: "7"}, address)).toBeNull();
  expect((await fetch(`${address}/progress`)).status).toBe(404);
});
