import {lstat, readdir, rm, rmdir} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {cachePath} from "./cache-path.js";
import {diskError} from "./download/disk-error.js";
import type {CacheFolder} from "./provide-file.js";
import type {ProjectFile} from "./sources/project-source.js";

/** A file of a session on this machine, and the folder in AllenSDK's cache layout that it lies in. */
export interface PlacedFile {
  file: ProjectFile;
  directory: string;
}

/** The folders on this machine that files are used from: the cache folder, and those that are sources. */
export function usedFolders({directory, sources}: Pick<CacheFolder, "directory" | "sources">): string[] {
  return [...new Set([directory, ...sources.flatMap((source) => source.directory ?? [])].map((path) => resolve(path)))];
}

/**
 * A session's NWB files on this machine, each in the first folder that has it: in the order of folders, the session's own before LFP by
 * probe id.
 * @throws what the file system says of a folder that cannot be read
 */
export async function sessionFiles(folder: CacheFolder, sessionId: number): Promise<PlacedFile[]> {
  const placed = new Map<string, PlacedFile>();
  for (const directory of usedFolders(folder))
    for (const file of await nwbFilesIn(directory, sessionId)) {
      const name = cachePath(file);
      if (!placed.has(name)) placed.set(name, {file, directory});
    }
  return [...placed.values()];
}

async function nwbFilesIn(directory: string, sessionId: number): Promise<ProjectFile[]> {
  const names = await namesIn(folderOf(directory, sessionId));
  const session: ProjectFile[] = names.includes(`session_${sessionId}.nwb`) ? [{kind: "session", sessionId}] : [];
  const probes = names.flatMap((name) => /^probe_(\d+)_lfp\.nwb$/.exec(name)?.[1] ?? []).map(Number);
  return [
    ...session,
    ...probes.sort((a, b) => a - b).map((probeId): ProjectFile => ({kind: "lfp", sessionId, probeId}))
  ];
}

/** The sessions that have a folder in the cache folder, ascending, whatever is in it. */
export async function cachedSessionIds(directory: string): Promise<number[]> {
  const ids = (await namesIn(directory)).flatMap((name) => /^session_(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  return ids.sort((a, b) => a - b);
}

/**
 * Deletes what this library and AllenSDK keep of a session: its files, what was written down of them, and what unfinished
 * downloads have left. Other files in the session's folder stay, and the folder with them.
 * @returns the bytes of the files that were deleted
 * @throws {ProjectError} `not-writable`
 */
export async function removeSession(directory: string, sessionId: number): Promise<number> {
  const folder = folderOf(directory, sessionId);
  const ours = new RegExp(`^\\.?(session_${sessionId}(_analysis_metrics)?\\.(nwb|csv)|probe_\\d+_lfp\\.nwb)(\\..*)?$`);
  let bytes = 0;
  try {
    for (const name of (await namesIn(folder)).filter((name) => ours.test(name))) {
      const path = join(folder, name);
      bytes += (await lstat(path)).size;
      await rm(path, {recursive: true});
    }
  } catch (error) {
    throw diskError(error, folder);
  }
  await rmdir(folder).catch(() => {}); // not empty, or never there
  return bytes;
}

function folderOf(directory: string, sessionId: number): string {
  return dirname(join(directory, cachePath({kind: "session", sessionId})));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
}
