import {readdir, rm, rmdir, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {cachePath} from "./cache-path.js";
import type {ProjectFile} from "./sources/project-source.js";

/** A session's files in the cache folder that are NWB, the session's own first, then LFP by probe id. */
export async function sessionFiles(directory: string, sessionId: number): Promise<ProjectFile[]> {
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
 */
export async function removeSession(directory: string, sessionId: number): Promise<number> {
  const folder = folderOf(directory, sessionId);
  const ours = new RegExp(`^\\.?(session_${sessionId}(_analysis_metrics)?\\.(nwb|csv)|probe_\\d+_lfp\\.nwb)(\\..*)?$`);
  let bytes = 0;
  for (const name of (await namesIn(folder)).filter((name) => ours.test(name))) {
    const path = join(folder, name);
    bytes += (await stat(path)).size;
    await rm(path, {recursive: true});
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
