// A build of Framework uses any snapshot it finds in its cache, however old, and a preview reruns a loader only when the
// loader's own file is newer. This deletes the snapshots that would come out differently, before either begins.
//
// Whoever makes a snapshot of today's sources notes its key and what is in it. The key is contents: of the loader and of all that it
// imports, of the packages, the settings, and the files that it reads. A snapshot is fresh when it is the one that was noted, and
// has today's key; so a copied or moved folder keeps its snapshots. What a preview made anew after an edit is not noted: whoever edits
// a source, looks at the preview and takes the edit back has the old key and the wrong snapshot.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {basename, dirname, join, relative} from "node:path";
import {LoaderResolver} from "@observablehq/framework/dist/loader.js";
import {filesIn, loaderSources} from "./loader-sources.js";
import {sha256} from "./sha-256.js";

/** What snapshots depend on. */
export interface SnapshotOrigins {
  /** Framework's source root. */
  root: string;
  /** The folder of the loaders in it. */
  loaders: string;
  /** Settings that change what loaders give. */
  settings: Readonly<Record<string, string>>;
  /** The lock file, which stands for the packages. */
  lockFile: string;
  /** The files that a loader reads, given the parameters in its path; they need not exist. Null: these mean nothing. */
  inputs: (parameters: Readonly<Record<string, string>>) => string[] | null;
  /** A digest of what is in one of these files; they may have gigabytes. */
  digest: (path: string) => Promise<string>;
}

/** The loader of a snapshot, and what it comes from. */
export interface SnapshotOrigin {
  /** The loader's path in the root. */
  loader: string;
  /** The loader and the project's files that it imports: real paths. */
  sources: string[];
  /** A digest of all that the snapshot depends on. */
  key: string;
}

/**
 * Looks up where snapshots come from, by their paths in the cache, such as "data/7/units.arrow": null where no loader makes
 * such a snapshot, or where it does not parse. Each file is read once.
 */
export async function snapshotOrigins(
  origins: SnapshotOrigins
): Promise<(name: string) => Promise<SnapshotOrigin | null>> {
  const {root, loaders, lockFile, inputs, digest} = origins;
  const sources = await loaderSources(join(root, loaders));
  const resolver = new LoaderResolver({root});
  const known = new Map<string, string | Promise<string>>();
  const kept = <T extends string | Promise<string>>(key: string, make: () => T): T => {
    const value = (known.get(key) as T | undefined) ?? make();
    known.set(key, value);
    return value;
  };
  return async (name) => {
    const loader = resolver.find(`/${name}`);
    const consistsOf = loader && sources.get(realpathSync(join(root, loader.path)));
    const reads = loader && inputs(loader.params ?? {});
    if (!consistsOf || !reads) return null;
    const ofSources = kept(`sources ${loader.path}`, () =>
      sha256(
        JSON.stringify([origins.settings, ...[...consistsOf, lockFile].map((path) => kept(path, () => contents(path)))])
      )
    );
    const ofInputs = reads.map((path) =>
      kept(`input ${path}`, async () => `${basename(path)} ${existsSync(path) ? await digest(path) : "absent"}`)
    );
    const key = sha256(JSON.stringify([ofSources, ...(await Promise.all(ofInputs))]));
    return {loader: loader.path, sources: consistsOf, key};
  };
}

/**
 * Deletes every cached snapshot that is not fresh.
 *
 * @returns the paths of the deleted ones, relative to the cache
 */
export async function deleteStaleSnapshots(origins: SnapshotOrigins): Promise<string[]> {
  const {root, loaders} = origins;
  const cache = cacheOf(root);
  const notes = readNotes(cache);
  const paths = existsSync(join(cache, loaders)) ? filesIn(join(cache, loaders)) : [];
  if (paths.length === 0) return [];
  const originOf = await snapshotOrigins(origins);
  const fresh: Notes = {};
  const deleted: string[] = [];
  for (const path of paths) {
    const name = relative(cache, path);
    const noted = notes[name];
    const origin = noted && (await originOf(name));
    if (noted && origin?.key === noted.key && isAsNoted(path, noted)) {
      // A preview would run the loader again if its file were the newer one, as it may be in a copy.
      if (statSync(path).mtimeMs < statSync(join(root, origin.loader)).mtimeMs)
        utimesSync(path, new Date(), new Date());
      const {size, mtimeMs} = statSync(path);
      fresh[name] = {...noted, size, mtimeMs};
    } else {
      rmSync(path);
      deleted.push(name);
    }
  }
  if (JSON.stringify(fresh) !== JSON.stringify(notes)) writeNotes(cache, fresh);
  return deleted;
}

/** Whether a source was written since: a snapshot that was made meanwhile may be of the new text, and have the key of the old. */
export function isEditedSince({sources}: SnapshotOrigin, since: Date): boolean {
  return sources.some((path) => (statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? Infinity) >= since.getTime());
}

/** Where a snapshot is kept. */
export function cachedSnapshot(root: string, name: string): string {
  return join(cacheOf(root), name);
}

/** Puts a snapshot in the cache, dated when its maker read its sources: one that is edited later is newer than the snapshot. */
export function keepSnapshot(root: string, name: string, bytes: Uint8Array, sourcesRead: Date): void {
  const path = cachedSnapshot(root, name);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(`${path}.${process.pid}`, bytes);
  utimesSync(`${path}.${process.pid}`, sourcesRead, sourcesRead);
  renameSync(`${path}.${process.pid}`, path);
}

/**
 * Notes that snapshots in the cache were made of what is there.
 *
 * @param keys of their origins before they were made, by their paths in the cache
 */
export function noteSnapshots(root: string, keys: ReadonlyMap<string, string>): void {
  const cache = cacheOf(root);
  const notes = readNotes(cache);
  for (const [name, key] of keys) {
    const path = join(cache, name);
    const found = statSync(path, {throwIfNoEntry: false});
    if (!found) continue; // a build beside has deleted it
    const {size, mtimeMs} = found;
    notes[name] = {key, digest: sha256(readFileSync(path)), size, mtimeMs};
  }
  writeNotes(cache, notes);
}

/**
 * Compares what was read of the cache with what was noted, also where size and date are as they were.
 *
 * @param digests SHA-256 of what was read, by paths in the cache
 * @throws {Error} if bytes were damaged since they were made; they are deleted, and made again by the next build
 */
export function requireAsNoted(root: string, digests: ReadonlyMap<string, string>): void {
  const cache = cacheOf(root);
  const notes = readNotes(cache);
  const damaged = [...digests].filter(([name, digest]) => notes[name] && notes[name].digest !== digest);
  if (damaged.length === 0) return;
  for (const [name] of damaged) rmSync(join(cache, name), {force: true});
  const names = damaged.map(([name]) => name).join(", ");
  throw new Error(`Snapshots were damaged in the cache, and have been deleted: ${names}. Build again.`);
}

/** What is noted of a snapshot. */
interface Note {
  key: string;
  /** Of its bytes. */
  digest: string;
  /** A file of this size and date has these bytes; of another date, it is read. */
  size: number;
  mtimeMs: number;
}

type Notes = Record<string, Note>;

function isAsNoted(path: string, noted: Note): boolean {
  const {size, mtimeMs} = statSync(path);
  return size === noted.size && (mtimeMs === noted.mtimeMs || sha256(readFileSync(path)) === noted.digest);
}

function readNotes(cache: string): Notes {
  try {
    return JSON.parse(readFileSync(join(cache, "_snapshots.json"), "utf8")).notes ?? {};
  } catch {
    return {}; // none yet, or cut short: then nothing is known
  }
}

function writeNotes(cache: string, notes: Notes): void {
  const path = join(cache, "_snapshots.json");
  mkdirSync(cache, {recursive: true});
  writeFileSync(`${path}.${process.pid}`, JSON.stringify({notes}));
  renameSync(`${path}.${process.pid}`, path);
}

function cacheOf(root: string): string {
  return join(root, ".observablehq", "cache");
}

function contents(path: string): string {
  return existsSync(path) ? sha256(readFileSync(path)) : "absent";
}
