// Where the files of a session are that are not in the cache folder: found once, before a build, and read by every loader.
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import type {FileLocation} from "../sources/project-source.js";

/** The cache folder that published sessions are kept in. */
export function cacheDirectory(setting = process.env.NEUROPIXELS_CACHE): string {
  return resolve(setting?.trim() || ".cache/sessions");
}

/** Where a session's files are. */
export interface SessionLocations {
  session: FileLocation;
  /** By probe id; probes without LFP, and those whose file no source has, are not there. */
  lfp: Record<string, FileLocation>;
}

/** Where it is written down. */
export function locationsPath(id: number, folder = ".cache/located"): string {
  return resolve(folder, `session_${id}.json`);
}

/** Where a session's files are; null when nobody has looked for them. */
export function readLocations(id: number, folder?: string): SessionLocations | null {
  try {
    return JSON.parse(readFileSync(locationsPath(id, folder), "utf8"));
  } catch {
    return null;
  }
}

/** Writes down where a session's files are. What has not changed keeps its date: snapshots are as old as what they were made from. */
export function writeLocations(id: number, locations: SessionLocations | null, folder?: string): void {
  const path = locationsPath(id, folder);
  if (locations === null) {
    rmSync(path, {force: true});
    return;
  }
  const text = `${JSON.stringify(locations, null, 2)}\n`;
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  mkdirSync(dirname(path), {recursive: true});
  const temporary = join(dirname(path), `.${process.pid}-${id}.json`);
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
