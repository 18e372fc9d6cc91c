import {join} from "node:path";
import {TaggedError} from "../tagged-error.js";
import {cachePath} from "./cache-path.js";
import {type DownloadOptions, downloadFile, type FileState, fileState} from "./download/index.js";
import {removeRemains} from "./download/part-folder.js";
import {provideManifest} from "./manifest.js";
import {ProjectError} from "./project-error.js";
import {readError} from "./read-error.js";
import type {ProjectFile, ProjectSource, SourceFile} from "./sources/project-source.js";
import {writeFetchedText} from "./write-fetched-text.js";

/** A cache folder, and where files come from that it lacks. */
export interface CacheFolder {
  /** The folder, in AllenSDK's layout. */
  directory: string;
  /** Asked in this order. */
  sources: readonly ProjectSource[];
  /** How files are fetched. */
  download?: DownloadOptions;
  /** Whether files that someone else put there are compared with what the sources publish of them, before they are used. */
  compareOthers?: boolean;
}

/**
 * The path of a file of the project: where it lies in the cache folder, after fetching it if it is not there, or where a
 * source has it on this machine.
 * @throws {ProjectError} `not-found` when no source has it, `source-failed` when those that may have it failed, `damaged` when
 *   it is there, not whole, and no source has it, `disk-full` or `not-writable` when it cannot be written,
 *   `unreadable` when it is there and cannot be read
 */
export async function provideFile(file: ProjectFile, folder: CacheFolder): Promise<string> {
  return fromFirst(
    file,
    folder,
    (location, path) => bring(location, path, folder),
    async (path) => {
      await removeRemains(path).catch(() => {}); // of a process that was killed after its last byte
      return path;
    }
  );
}

/**
 * Where a file of the project is, without fetching it: in the cache folder, on this machine, or behind an address.
 * @throws {ProjectError} as {@link provideFile}
 */
export async function locateFile(file: ProjectFile, folder: CacheFolder): Promise<SourceFile> {
  return fromFirst<SourceFile>(
    file,
    folder,
    async (location) => location,
    (path) => ({kind: "path", path})
  );
}

/** What becomes of a file that is in the folder, or else of where the first source has it that does not fail. */
async function fromFirst<T>(
  file: ProjectFile,
  folder: CacheFolder,
  take: (location: SourceFile, path: string) => Promise<T>,
  takeCached: (path: string) => T | Promise<T>
): Promise<T> {
  const path = join(folder.directory, cachePath(file));
  const there = await fileState(path).catch((error) => {
    throw readError(error, path, "Have it made readable, or delete it.");
  });
  const isUnknown = there.state === "whole" && there.url === null && folder.compareOthers;
  if (there.state === "whole" && !isUnknown) return takeCached(path);
  let located = false;
  let refused: unknown = null; // by the disk: what another server has cannot be written either
  const failures: [source: string, error: unknown][] = [];
  for (const source of folder.sources) {
    if ((folder.download?.offline || refused) && !source.directory) continue;
    try {
      const location = await source.locate(file, {signal: folder.download?.signal});
      if (isUnknown && location?.kind !== "url") continue;
      located ||= location !== null;
      if (location) return await take(location, path);
    } catch (error) {
      folder.download?.signal?.throwIfAborted();
      if (error instanceof ProjectError && /^(disk-full|not-writable)$/.test(error.tag)) refused = error;
      failures.push([source.name, error]);
    }
  }
  if (isUnknown && !located) return takeCached(path); // nobody says what it should be
  throw refused ?? notProvided(path, there, folder, failures);
}

async function bring(location: SourceFile, path: string, {directory, download}: CacheFolder): Promise<string> {
  if (location.kind === "path") return location.path;
  await provideManifest(directory);
  if (location.kind === "url") return (await downloadFile(location, path, {directory, ...download})).path;
  await writeFetchedText(location, path);
  return path;
}

/** What went wrong, without what to do: that is said once, for all sources. */
function withoutRemedy(error: unknown): string {
  if (error instanceof TaggedError) return `expected ${error.expected}, found ${error.found}`;
  return error instanceof Error ? error.message : String(error);
}

function notProvided(
  file: string,
  there: FileState,
  {sources, download}: CacheFolder,
  failures: [string, unknown][]
): ProjectError {
  if (failures.length > 0)
    return new ProjectError(
      "source-failed",
      {
        file,
        expected: "a source that gives it",
        found: failures.map(([name, error]) => `${name}: ${withoutRemedy(error)}`).join("; "),
        remedy: "Check the connection, try again later, or name another source."
      },
      {cause: failures[0][1]}
    );
  if (there.state === "damaged")
    return new ProjectError("damaged", {
      file,
      expected: there.expected ?? "a whole file",
      found: there.found ?? "another",
      remedy: "Delete it, and fetch it again."
    });
  const asked = (download?.offline ? sources.filter(({directory}) => directory) : sources)
    .map(({name}) => name)
    .join(", ");
  return new ProjectError("not-found", {
    file,
    expected: "a file of the project",
    found: `none there${asked ? `, and none in ${asked}` : ""}`,
    remedy: download?.offline
      ? "Go online, or put the file there."
      : asked
        ? "Check the id; the tables say which sessions, probes and files there are."
        : "Name a source that it can be fetched from, or put the file there."
  });
}
