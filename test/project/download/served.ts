import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, expect} from "vitest";
import type {DownloadOptions} from "../../../lib/project/download/index.js";
import {ReceivedRanges} from "../../../lib/project/download/received-ranges.js";
import type {Fault} from "../servers/faults.js";
import {FileServer} from "../servers/file-server.js";

/** Waits that fit a test: what takes half a minute in the world takes a few ms here. */
export const impatient: DownloadOptions = {
  blockSize: 16 << 10,
  stallLimit: 10_000,
  retryDelay: 2,
  journalInterval: 3,
  longestWait: 1500
};

/** The options for a fault: only where the server stalls need a test wait for it. */
export const patience = (fault: Fault) => (fault.kind === "stall" ? {...impatient, stallLimit: 200} : impatient);

/** An error of this tag, whatever it says. */
export const error = (tag: string) => expect.objectContaining({tag});

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A server and an empty folder, for one test. */
export async function served(): Promise<{server: FileServer; folder: string}> {
  const folder = emptyFolder();
  const server = await FileServer.start();
  ends.push(() => server.stop());
  return {server, folder};
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "download-"));
  ends.push(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** Has something done when the test ends. */
export function finally_(end: () => unknown): void {
  ends.push(end);
}

/** What is in a folder of what a download makes for a while. */
export function remains(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.includes(".part"));
}

/** How many bytes have been written down to have come, by whichever process. */
export function writtenDown(folder: string): number {
  const journals = remains(folder).filter((name) => name.endsWith("journal.json"));
  const lengths = journals.map((name) => {
    try {
      return new ReceivedRanges(JSON.parse(readFileSync(join(folder, name), "utf8")).received).length;
    } catch {
      return 0; // taken over just now
    }
  });
  return Math.max(0, ...lengths);
}
