// A session is read by its address in a worker of a page; the page itself is told to use one.
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {type RangeServer, startRangeServer} from "../nwb/remote/start-range-server.js";
import {goldenSessions} from "../parity/golden.js";
import {bundleForWorker} from "./bundle-for-worker.js";
import {launchChromium} from "./chromium.js";

const [mini] = goldenSessions;

/** Answers an address with what is read of it, or with the error. */
const reader = `
  import * as h5wasm from "h5wasm";
  import {EcephysSession, provideAddressReader, provideHdf5} from "./lib/index.js";
  import {BrowserRemoteNwb} from "./lib/nwb/remote/browser/index.js";
  provideHdf5(async () => h5wasm);
  provideAddressReader((address) => new BrowserRemoteNwb(address, {shortestDelay: 1, attempts: 2}));
  globalThis.read = async (address) => {
    try {
      const session = await EcephysSession.fromNwb(address, {onWarning() {}});
      const trains = await session.spikeTimes();
      return {units: [...trains.keys()], spikes: [...trains.values()].map((train) => Array.from(train))};
    } catch ({name, tag, found, remedy}) {
      return {name, tag, found, remedy};
    }
  };
  globalThis.onmessage = async ({data}) => postMessage(await read(data));`;

let folder: string;
let server: RangeServer;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "remote-"));
  await bundleForWorker(reader, join(folder, "reader.js"));
  writeFileSync(join(folder, "page.html"), "<!doctype html><title>A page</title>");
  copyFileSync(mini.nwb, join(folder, "session.nwb"));
  server = await startRangeServer(folder);
  browser = await launchChromium(inject("chromium"));
});
afterAll(async () => {
  await browser?.close();
  server?.stop();
  rmSync(folder, {recursive: true, force: true});
});

type Outcome = Record<string, unknown>;
interface Reader {
  read(address: string): Promise<Outcome>;
}

/** What is read in a new page, by a worker of it or by the page itself. */
async function read(where: "worker" | "page", address: string): Promise<Outcome> {
  const page = await browser.newPage();
  try {
    await page.goto(server.url("page.html"));
    if (where === "page") {
      await page.addScriptTag({url: "/reader.js", type: "module"});
      return await page.evaluate((address) => (globalThis as unknown as Reader).read(address), address);
    }
    return await page.evaluate((address) => {
      const worker = new Worker("/reader.js", {type: "module"});
      return new Promise<Outcome>((resolve, reject) => {
        worker.onmessage = ({data}) => resolve(data);
        worker.onerror = ({message}) => reject(new Error(message));
        worker.postMessage(address);
      });
    }, address);
  } finally {
    await page.close();
  }
}

describe("a session read by its address", () => {
  it("in a worker has the spikes that it has on disk", async () => {
    const session = await EcephysSession.fromNwb(mini.nwb, {onWarning: () => {}});
    const trains = await session.spikeTimes();
    session.close();
    expect(await read("worker", server.url("session.nwb"))).toEqual({
      units: [...trains.keys()],
      spikes: [...trains.values()].map((train) => Array.from(train))
    });
  });

  it("in the page itself is refused, with what to do", async () => {
    expect(await read("page", server.url("session.nwb"))).toMatchObject({
      name: "NwbError",
      tag: "unsupported-source",
      remedy: expect.stringMatching(/worker/)
    });
  });

  it.each([
    ["gives no parts", {status: 200}, "ignores-ranges"],
    ["fails", {status: 503}, "busy"],
    ["gives other parts than those asked for", {headers: {"content-range": "bytes 1-8/9"}}, "wrong-range"],
    ["has another file by now", {after: 2, headers: {etag: '"another"'}}, "changed"]
  ])("from a server that %s ends with an error", async (_, fault, tag) => {
    await server.goWrong({...fault, path: "/session.nwb"});
    const outcome = await read("worker", server.url("session.nwb"));
    await server.goWrong();
    expect(outcome).toMatchObject({name: "RequestError", tag});
  });
});
