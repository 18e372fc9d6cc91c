import {writeFile} from "node:fs/promises";
import {isAbsolute, relative, resolve} from "node:path";
import {requestRange} from "../http/request-range.js";
import {ProjectError} from "../project-error.js";
import {diskError} from "./disk-error.js";
import type {DownloadedFile, DownloadOptions, RemoteFile} from "./download-options.js";
import {fetchPart, type Report, TakenOver} from "./fetch-part.js";
import {type FileRecord, recordPath} from "./file-record.js";
import {fileState} from "./file-state.js";
import {PartFolder, removeRemains} from "./part-folder.js";
import {Retry} from "./retry.js";

/**
 * Brings a file to `path`, whole or not at all. A file that is there already and whole stays as it is, and no server is asked.
 *
 * Bytes are fetched by ranges in parallel into a folder of this process beside the path, checked (status, length, first
 * bytes, the server's version of the file, SHA-256), and only then renamed into place. A run that ends early, even by
 * `kill -9`, leaves what it has, and the next one goes on from there. Of several processes that want the same file one fetches
 * it, and the others wait.
 *
 * @throws {ProjectError} `bad-file-name`, `offline`, `damaged` (only when offline), `disk-full`, `not-writable`, `wrong-digest`,
 *   `wrong-content`
 * @throws {RequestError} what the server did the last time, when asking again is of no use
 * @throws the reason of `signal`, when it is aborted
 */
export async function downloadFile(
  remote: RemoteFile,
  path: string,
  options: DownloadOptions = {}
): Promise<DownloadedFile> {
  const {signal, offline = false} = options;
  requireInside(path, options.directory);
  signal?.throwIfAborted();
  const report: Report = (progress) =>
    options.onProgress?.({path, url: remote.url, received: 0, resumed: 0, size: remote.size ?? null, ...progress});

  const there = await alreadyThere(remote, path, options);
  if (there) {
    await removeRemains(path).catch(() => {}); // of a process that was killed after its last byte
    return there;
  }
  if (offline) throw offlineError(path);
  for (;;) {
    let folder: PartFolder;
    try {
      folder = await PartFolder.claim(path, {signal, onWait: () => report({state: "waiting"})});
    } catch (error) {
      throw diskError(error, path);
    }
    try {
      const meanwhile = await alreadyThere(remote, path, options);
      const {size, sha256} = meanwhile ?? (await fetchPart(remote, path, folder, options, report));
      await folder.remove();
      return {path, size, sha256, fetched: !meanwhile};
    } catch (error) {
      await folder.leave().catch(() => {});
      if (!(error instanceof TakenOver)) throw diskError(error, path);
    }
  }
}

/** The file that is in its place, if it is what the source has; a file that someone else put there is read for its digest. */
async function alreadyThere(
  remote: RemoteFile,
  path: string,
  {offline = false, ...options}: DownloadOptions
): Promise<DownloadedFile | null> {
  const {signal} = options;
  const found = await fileState(path, {size: remote.size});
  if (found.state === "missing") return null;
  if (found.state === "whole" && found.url !== null) {
    const another = remote.sha256 !== undefined && remote.sha256.toLowerCase() !== found.sha256;
    if (!offline && (another || (remote.size !== undefined && remote.size !== found.size))) return null;
    return {path, size: found.size!, sha256: found.sha256!, fetched: false};
  }
  if (found.state === "whole") {
    const known = remote.size ?? (offline || remote.sha256 !== undefined ? found.size : null);
    const size = known ?? (await sizeAt(remote.url, options));
    const read = size === null || size === found.size ? await fileState(path, {...remote, digest: true, signal}) : null;
    if (read?.state === "whole") {
      const record: FileRecord = {
        url: remote.url,
        size: read.size!,
        sha256: read.sha256!,
        fetched: new Date().toISOString()
      };
      // Where nothing can be written, it is read again the next time.
      if (!offline) await writeFile(recordPath(path), `${JSON.stringify(record, null, 2)}\n`).catch(() => {});
      return {path, size: record.size, sha256: record.sha256, fetched: false};
    }
    if (read) Object.assign(found, read);
  }
  if (!offline) return null;
  throw new ProjectError("damaged", {
    file: path,
    expected: found.expected ?? "a whole file",
    found: found.found ?? "another",
    remedy: "Fetch it again when there is a network."
  });
}

/** The length of a file on its server, in bytes; null where the server does not say. */
async function sizeAt(url: string, options: DownloadOptions): Promise<number | null> {
  const {
    signal = new AbortController().signal,
    stallLimit,
    retries = 8,
    retryDelay = 500,
    longestWait = 600_000
  } = options;
  const retry = new Retry({retries, retryDelay, longestWait, onRetry: () => {}});
  const reply = await retry.run(signal, () =>
    requestRange({url, start: 0, end: 1}, {signal, stallLimit, wholeWillDo: true})
  );
  reply.cancel();
  return reply.total;
}

function requireInside(path: string, directory?: string): void {
  const inside = directory === undefined ? "file" : relative(resolve(directory), resolve(path));
  if (inside !== "" && !inside.startsWith("..") && !isAbsolute(inside) && !path.includes("\0")) return;
  throw new ProjectError("bad-file-name", {
    path,
    expected: `a path within ${directory}`,
    found: "one that leads out of it",
    remedy: "Take names from the project's tables."
  });
}

function offlineError(path: string): ProjectError {
  return new ProjectError("offline", {
    file: path,
    expected: "the file in the cache folder",
    found: "none, and no server may be asked",
    remedy: "Run it once with a network, without the option offline."
  });
}
