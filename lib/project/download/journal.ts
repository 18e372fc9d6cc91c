import {randomBytes} from "node:crypto";
import {readFileSync} from "node:fs";
import {readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import type {PartFolder} from "./part-folder.js";
import type {ByteRange} from "./received-ranges.js";

/** Which file a part belongs to, and what of it is on the disk. */
export interface Journal {
  url: string;
  /** The file's length in bytes. */
  total: number;
  /** The file's version on the server; null where the server has no word for it. */
  version: string | null;
  received: ByteRange[];
}

/** Written with the journal: after a power cut, what was written last may not have reached the disk. */
const boot = bootId();

/** Replaces the journal. To be called with ranges that have been written, so that it is never ahead of the bytes. */
export async function writeJournal(folder: PartFolder, journal: Journal): Promise<void> {
  const temporary = `${folder.journal}.${randomBytes(4).toString("hex")}`;
  try {
    await writeFile(temporary, JSON.stringify({...journal, boot}));
    await rename(temporary, folder.journal);
  } catch (error) {
    await rm(temporary, {force: true});
    throw error;
  }
}

/**
 * What an earlier run has left, or null where there is nothing to go on from.
 * @param digestFollows whether the whole file will be compared with a published digest, so that nothing need be taken on trust
 */
export async function readJournal(folder: PartFolder, digestFollows: boolean): Promise<Journal | null> {
  try {
    const written = JSON.parse(await readFile(folder.journal, "utf8")) as Journal & {boot: string};
    const {url, total, version, received} = written;
    const {size} = await stat(folder.bytes);
    const ordered = received.every(([start, end], i) => start < end && (i === 0 || start > received[i - 1][1]));
    const sound = Number.isSafeInteger(total) && ordered && (received.at(-1)?.[1] ?? 0) <= Math.min(size, total);
    if (!sound || (!digestFollows && (version === null || written.boot !== boot))) return null;
    return {url, total, version, received};
  } catch {
    return null; // none, or one that cannot be read: the file is fetched anew
  }
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return ""; // not Linux
  }
}
