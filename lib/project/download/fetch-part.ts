import {constants} from "node:fs";
import {type FileHandle, open, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {RequestError, retryDelay} from "../../http/index.js";
import {onAbort} from "../http/on-abort.js";
import {wait} from "../http/wait.js";
import {ProjectError} from "../project-error.js";
import {removeDamageMark} from "./damage-mark.js";
import {DigestBehind} from "./digest-behind.js";
import {requireRoom} from "./disk-error.js";
import type {DownloadOptions, DownloadProgress, RemoteFile} from "./download-options.js";
import {fetchBytes, type Part} from "./fetch-bytes.js";
import {type FileRecord, recordPath} from "./file-record.js";
import {FIRST_BYTES, wrongFirstBytes} from "./first-bytes.js";
import {FlushBehind} from "./flush-behind.js";
import {readJournal, writeJournal} from "./journal.js";
import type {PartFolder} from "./part-folder.js";
import {ReceivedRanges} from "./received-ranges.js";
import {Retry} from "./retry.js";

/** How often a file begins anew that turned out to be another, or not the one whose digest is published. */
const RESTARTS = 4;

/** Another process took this one for dead, and what it had for its own. */
export class TakenOver extends Error {}

/** Who is told how far a file has come. */
export type Report = (progress: Pick<DownloadProgress, "state"> & Partial<DownloadProgress>) => void;

/**
 * Fetches a file into a folder that is ours, or what is missing there; verifies it; and renames it into its place.
 * @throws {ProjectError | RequestError | TakenOver}
 */
export async function fetchPart(
  remote: RemoteFile,
  path: string,
  folder: PartFolder,
  options: DownloadOptions,
  report: Report
): Promise<FileRecord> {
  for (let restarts = 0; ; ) {
    try {
      return await attempt(remote, path, folder, options, report);
    } catch (error) {
      if (!isAnotherFile(error)) throw error;
      await folder.clear();
      if (++restarts > RESTARTS) throw error;
      const delay = retryDelay(restarts, options.retryDelay ?? 500);
      report({state: "retrying", reason: `begins anew: expected ${error.expected}, found ${error.found}`, delay});
      await wait(delay, options.signal);
    }
  }
}

function isAnotherFile(error: unknown): error is RequestError | ProjectError {
  if (error instanceof RequestError) return error.tag === "changed" || error.tag === "no-version";
  return error instanceof ProjectError && (error.tag === "wrong-digest" || error.tag === "wrong-content");
}

async function attempt(
  remote: RemoteFile,
  path: string,
  folder: PartFolder,
  options: DownloadOptions,
  report: Report
): Promise<FileRecord> {
  const {connections = 4, blockSize = 16 << 20, stallLimit = 30_000, journalInterval = 1000} = options;
  const {retries = 8, retryDelay = 500, longestWait = 600_000} = options;
  const {url} = remote;
  const digestFollows = remote.sha256 !== undefined;
  const left = await readJournal(folder, digestFollows);
  const fits = left?.url === url && (remote.size === undefined || remote.size === left.total) ? left : null;
  if (!fits) await folder.clear();
  const file = await open(folder.bytes, constants.O_RDWR | constants.O_CREAT);
  const received = new ReceivedRanges(fits?.received);
  const part: Part = {
    url,
    path,
    file,
    received,
    total: fits?.total ?? remote.size ?? null,
    version: fits?.version ?? null,
    digestFollows,
    byRanges: fits !== null
  };
  const resumed = received.length;
  const tell = (state: DownloadProgress["state"], more: Partial<DownloadProgress> = {}) =>
    report({state, received: received.length, resumed, size: part.total, ...more});

  const ended = new AbortController();
  const abort = () => ended.abort(options.signal?.reason);
  const stopListening = onAbort(options.signal, abort);
  if (options.signal?.aborted) abort();
  const digest = new DigestBehind(folder.bytes);
  const disk = new FlushBehind(file);
  const {ino} = await file.stat();
  let unwritten = false;
  let journal = Promise.resolve();
  const keepJournal = () => {
    journal = journal.then(async () => {
      if (!unwritten || !part.byRanges) return;
      unwritten = false;
      if (!(await folder.isOurs(ino))) return ended.abort(new TakenOver());
      // An older journal is as true, if the disk is too full for a new one.
      await writeJournal(folder, {url, total: part.total!, version: part.version, received: received.toJSON()}).catch(
        () => {}
      );
    });
    return journal;
  };
  const timer = setInterval(keepJournal, journalInterval);

  try {
    const total = await fetchBytes(part, {
      signal: ended.signal,
      connections,
      blockSize,
      stallLimit,
      retry: new Retry({
        retries,
        retryDelay,
        longestWait,
        onRetry: ({found}, delay) => tell("retrying", {reason: found, delay})
      }),
      async onTotal() {
        const {blocks} = await file.stat(); // of 512 bytes: also what a killed run had written, and not yet written down
        await requireRoom(folder.bytes, part.total! - Math.max(received.length, 512 * blocks));
        unwritten = true;
        await keepJournal();
        tell("fetching");
      },
      onReceived() {
        unwritten = true;
        digest.advance(received.front, part.total);
        disk.advance(received.length);
        tell("fetching");
      },
      onRestart: () => digest.stop()
    });
    await keepJournal();
    tell("verifying");
    const [sha256] = await Promise.all([digest.finish(total, ended.signal), disk.finish()]);
    await verify(remote, path, file, total, sha256);
    const record = {url, size: total, sha256, fetched: new Date().toISOString()};
    if (!(await folder.isOurs(ino))) throw new TakenOver();
    await moveIntoPlace(folder, path, record);
    tell("done");
    return record;
  } finally {
    clearInterval(timer);
    stopListening();
    await keepJournal();
    await digest.stop();
    await file.close();
    if (received.length === 0) await folder.clear();
  }
}

async function verify(remote: RemoteFile, path: string, file: FileHandle, total: number, sha256: string) {
  const details = {file: remote.url, remedy: "Try again later, or take another source."};
  const {size} = await file.stat();
  if (size !== total) {
    throw new ProjectError("wrong-content", {...details, expected: `${total} bytes`, found: `${size} on the disk`});
  }
  const {buffer, bytesRead} = await file.read(new Uint8Array(FIRST_BYTES), 0, FIRST_BYTES, 0);
  const wrong = wrongFirstBytes(path, buffer.subarray(0, bytesRead), size);
  if (wrong) throw new ProjectError("wrong-content", {...details, ...wrong});
  if (remote.sha256 !== undefined && sha256 !== remote.sha256.toLowerCase()) {
    throw new ProjectError("wrong-digest", {...details, expected: `SHA-256 ${remote.sha256}`, found: sha256});
  }
}

/** The record first: then there is never a new file with an old record, nor a file of which nobody knows the size. */
async function moveIntoPlace(folder: PartFolder, path: string, record: FileRecord): Promise<void> {
  const written = join(folder.path, "record.json");
  await writeFile(written, `${JSON.stringify(record, null, 2)}\n`);
  await rename(written, recordPath(path));
  await rename(folder.bytes, path);
  await removeDamageMark(path);
}
