// Which sessions the site shows, from one setting: SESSIONS.
import {existsSync, readdirSync, statSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {ProjectError} from "../project-error.js";
import type {FileLocation} from "../sources/project-source.js";
import {cacheDirectory, locationsPath, readLocations} from "./session-locations.js";

/** Where the synthetic session lives; it is made, not fetched, so it can be deleted at any time. */
export const SAMPLE_DIRECTORY = ".cache/sample";
/** The id of the synthetic session; no published session has it. */
export const SAMPLE_ID = 700000001;

/** One session: files on this machine or, where the cache folder lacks them, behind addresses. */
export interface SessionFile {
  /** The ecephys session id. */
  id: number;
  /** The folder in AllenSDK's cache layout that the session stands in. */
  directory: string;
  /** Its NWB file: a path, or an http(s) address. */
  nwb: string;
  /** What is published of the file. */
  published?: {size?: number; sha256?: string};
  /** Where the LFP file of a probe is, when not beside the session's. */
  lfp?: (probeId: number) => FileLocation;
  /** Whether it is this project's own synthetic session. */
  synthetic: boolean;
}

/**
 * The sessions that SESSIONS names, by ascending id: the synthetic one when it is unset or "sample"; published ones by their ids,
 * "756029989,791319847"; otherwise every session_<id>/session_<id>.nwb in the folder it names.
 *
 * @param setting for tests; otherwise the environment's
 * @throws {ProjectError} when there is no such folder or no session in it, or nobody has looked where a published session is
 */
export function sessions(setting = process.env.SESSIONS): SessionFile[] {
  const name = setting?.trim() || "sample";
  if (name === "sample") return [sessionIn(resolve(SAMPLE_DIRECTORY), SAMPLE_ID, true)];
  const named = sessionIdsOf(name);
  if (named) return named.map(publishedSession);
  const directory = resolve(name);
  if (!existsSync(directory)) requireUnmixed(name);
  const ids = existsSync(directory) && statSync(directory).isDirectory() ? sessionIds(directory) : [];
  if (ids.length === 0)
    throw new ProjectError("sessions-not-found", {
      file: directory,
      path: "SESSIONS",
      expected: "a folder that holds session_<id>/session_<id>.nwb",
      found: existsSync(directory) ? "no session in it" : "no such folder",
      remedy: /^session_\d+(\.nwb)?$/.test(basename(directory))
        ? `Set SESSIONS to the folder above: ${resolve(directory, directory.endsWith(".nwb") ? "../.." : "..")}.`
        : "Set SESSIONS to a folder in AllenSDK's cache layout, or unset it to see the synthetic session."
    });
  return ids.map((id) => sessionIn(directory, id, false));
}

/**
 * The ids in a setting that names published sessions by id, ascending, each once; null for any other setting. Between them stand
 * commas, semicolons, spaces or new lines.
 */
export function sessionIdsOf(setting = ""): number[] | null {
  const names = namesIn(setting);
  if (names.length === 0 || !names.every(isId)) return null;
  return [...new Set(names.map(Number))].sort((a, b) => a - b);
}

/** @throws {ProjectError} for ids among which there is something else, such as a folder */
function requireUnmixed(setting: string): void {
  const strange = namesIn(setting).find((name) => !isId(name));
  if (!namesIn(setting).some(isId)) return;
  throw new ProjectError("sessions-not-found", {
    path: "SESSIONS",
    expected: "ids of published sessions alone (756029989,791319847), or a folder alone",
    found: `${JSON.stringify(strange)} beside ids`,
    remedy: "Build what lies in a folder, and published sessions, one after the other."
  });
}

function namesIn(setting: string): string[] {
  return setting.split(/[\s,;]+/).filter((name) => name !== "");
}

function isId(name: string): boolean {
  return /^\d+$/.test(name);
}

/**
 * One of the sessions.
 *
 * @param name its id, or "first" for the session the home page shows
 * @throws {ProjectError} when it is not among them, or as {@link sessions} does
 */
export function sessionFile(name: string | number, setting = process.env.SESSIONS): SessionFile {
  const all = sessions(setting);
  const session = name === "first" ? all[0] : all.find(({id}) => String(id) === String(name));
  if (session) return session;
  throw new ProjectError("session-unknown", {
    file: all[0].directory,
    path: String(name),
    expected: `one of the sessions ${all.map(({id}) => id).join(", ")}`,
    found: `the session ${name}`,
    remedy: "Open a page of one of these sessions, or set SESSIONS to a folder that holds this one."
  });
}

/** The files that a session's snapshots are made from; not all of them need exist. */
export function sessionInputs({id, directory, nwb}: SessionFile): string[] {
  if (/^https?:/.test(nwb)) return [locationsPath(id), join(directory, "channels.csv")];
  const beside = existsSync(dirname(nwb)) ? readdirSync(dirname(nwb)) : [];
  const lfp = beside.filter((name) => /^probe_\d+_lfp\.nwb$/.test(name)).sort();
  return [nwb, join(directory, "channels.csv"), ...lfp.map((name) => join(dirname(nwb), name))];
}

/** A session of the cache folder, or where its files were found. */
function publishedSession(id: number): SessionFile {
  const cached = sessionIn(cacheDirectory(), id, false);
  const locations = readLocations(id);
  if (!locations) {
    if (existsSync(cached.nwb)) return cached;
    throw new ProjectError("sessions-not-found", {
      file: cached.nwb,
      path: "SESSIONS",
      expected: "the session in the cache folder, or an address of it",
      found: "neither",
      remedy: `Run npm run build, which looks for it, or npm run sessions -- fetch ${id}.`
    });
  }
  const lfp = (probeId: number): FileLocation =>
    locations.lfp[probeId] ?? {kind: "path", path: join(dirname(cached.nwb), `probe_${probeId}_lfp.nwb`)};
  const {session} = locations;
  if (session.kind === "path") {
    const {path, sha256} = session;
    return {...cached, nwb: path, ...(sha256 && {published: {sha256}}), lfp};
  }
  return {...cached, nwb: session.url, published: {size: session.size, sha256: session.sha256}, lfp};
}

function sessionIn(directory: string, id: number, synthetic: boolean): SessionFile {
  return {id, directory, nwb: join(directory, `session_${id}`, `session_${id}.nwb`), synthetic};
}

function sessionIds(directory: string): number[] {
  return readdirSync(directory)
    .map((name) => /^session_(\d+)$/.exec(name)?.[1])
    .filter((id) => id !== undefined && existsSync(join(directory, `session_${id}`, `session_${id}.nwb`)))
    .map(Number)
    .sort((a, b) => a - b);
}
