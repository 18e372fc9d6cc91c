// The makers of snapshots in a worker of a page, on a file that it reads by its address: the same bytes as in Node.
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {EcephysSession, encodeTable} from "../../lib/index.js";
import {SNAPSHOT_MAKERS, type SnapshotMaker, sessionSnapshots} from "../../lib/snapshot-makers/index.js";
import {type RangeServer, startRangeServer} from "../nwb/remote/start-range-server.js";
import {goldenSessions} from "../parity/golden.js";
import {bundleForWorker} from "./bundle-for-worker.js";
import {launchChromium} from "./chromium.js";

const [mini] = goldenSessions;
const origin = {sessionId: 1, sessionStartTime: "", source: "session.nwb", sourceDigest: "", codeVersion: ""};

/** Answers an address with the bytes of every snapshot, by its path; of one that cannot be made, with the error. */
const maker = `
  import * as h5wasm from "h5wasm";
  import {EcephysSession, encodeTable, provideAddressReader, provideHdf5} from "./lib/index.js";
  import {BrowserRemoteNwb} from "./lib/nwb/remote/browser/index.js";
  import {SNAPSHOT_MAKERS, sessionSnapshots} from "./lib/snapshot-makers/index.js";
  provideHdf5(async () => h5wasm);
  provideAddressReader((address) => new BrowserRemoteNwb(address));
  globalThis.onmessage = async ({data: address}) => {
    const session = await EcephysSession.fromNwb(address, {onWarning() {}});
    const made = {};
    for (const {name, parameters, path} of sessionSnapshots()) {
      try {
        const {table, details} = await SNAPSHOT_MAKERS[name].make(session, parameters, async () => null);
        made[path] = Array.from(encodeTable(table, {...${JSON.stringify(origin)}, details}));
      } catch (error) {
        made[path] = String(error);
      }
    }
    postMessage(made);
  };`;

describe("the makers of snapshots in a worker", () => {
  let folder: string;
  let server: RangeServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "makers-"));
    await bundleForWorker(maker, join(folder, "maker.js"));
    writeFileSync(join(folder, "page.html"), "<!doctype html><title>A page</title>");
    copyFileSync(mini.nwb, join(folder, "session.nwb"));
    server = await startRangeServer(folder);
    browser = await launchChromium(inject("chromium"));
    page = await browser.newPage();
    await page.goto(server.url("page.html"));
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
    rmSync(folder, {recursive: true, force: true});
  });

  it("make the bytes that they make in Node, of every snapshot", async () => {
    const made = await page.evaluate((address) => {
      const worker = new Worker("/maker.js", {type: "module"});
      return new Promise<Record<string, number[] | string>>((resolve, reject) => {
        worker.onmessage = ({data}) => resolve(data);
        worker.onerror = ({message}) => reject(new Error(message));
        worker.postMessage(address);
      });
    }, server.url("session.nwb"));
    const session = await EcephysSession.fromNwb(mini.nwb, {onWarning: () => {}});
    for (const {name, parameters, path} of sessionSnapshots()) {
      const own = SNAPSHOT_MAKERS[name] as SnapshotMaker;
      const {table, details} = await own.make(session, parameters, async () => null);
      const bytes = encodeTable(table, {...origin, details});
      expect(typeof made[path], `${path}: ${made[path]}`.slice(0, 200)).toBe("object");
      expect(Buffer.from(made[path] as number[]).equals(Buffer.from(bytes)), path).toBe(true);
    }
    session.close();
  });
});
