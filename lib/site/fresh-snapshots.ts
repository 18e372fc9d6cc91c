// A build of Framework uses any snapshot it finds in its cache, however old, and a preview reruns a loader only when the
// loader's own file is newer. This deletes the snapshots that would come out differently, before either begins.
//
// A snapshot is fresh when its key is what it was: the contents of the loader and of everything it imports, the packages,
// the settings, and the size and date of the files it reads. A preview rewrites snapshots without telling; such a one is
// fresh when nothing of this has been touched since, and gets its key then. Its key alone could not say: whoever edits a
// source, looks at the preview and takes the edit back has the old key and the wrong snapshot.
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {LoaderResolver} from "@observablehq/framework/dist/loader.js";
import {filesIn, loaderSources} from "./loader-sources.js";

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
}

interface Written {
  key: string;
  mtimeMs: number;
  size: number;
}

interface Recorded {
  settings: string;
  snapshots: Record<string, Written>;
}

/**
 * Deletes every cached snapshot that is not fresh, and records the others.
 *
 * @returns the paths of the deleted ones, relative to the cache
 */
export async function deleteStaleSnapshots(origins: SnapshotOrigins): Promise<string[]> {
  const {root, loaders, lockFile, inputs} = origins;
  const cache = join(root, ".observablehq", "cache");
  const recordPath = join(cache, "_snapshots.json");
  const settings = JSON.stringify(origins.settings);
  const before = readRecord(recordPath);
  const after: Recorded = {settings, snapshots: {}};
  const deleted: string[] = [];
  const paths = existsSync(join(cache, loaders)) ? filesIn(join(cache, loaders)) : [];
  const sources = paths.length > 0 ? await loaderSources(join(root, loaders)) : new Map<string, string[] | null>();
  const resolver = new LoaderResolver({root});
  for (const path of paths) {
    const name = relative(cache, path);
    const loader = resolver.find(`/${name}`);
    const consistsOf = loader && sources.get(realpathSync(join(root, loader.path)));
    const {mtimeMs, size} = statSync(path);
    const reads = loader && inputs(loader.params ?? {});
    if (consistsOf && reads) {
      const key = digest([settings, ...[...consistsOf, lockFile].map(contents), ...reads.map(fingerprint)]);
      const known = before.snapshots[name];
      const fresh =
        known?.mtimeMs === mtimeMs && known.size === size
          ? known.key === key
          : before.settings === settings &&
            [...consistsOf, lockFile, ...reads].every((file) => touched(file) < mtimeMs);
      if (fresh) {
        after.snapshots[name] = {key, mtimeMs, size};
        continue;
      }
    }
    rmSync(path);
    deleted.push(name);
  }
  writeRecord(recordPath, after);
  return deleted;
}

function readRecord(path: string): Recorded {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Recorded;
  } catch {
    return {settings: "", snapshots: {}}; // none yet, or cut short: then nothing is known
  }
}

function writeRecord(path: string, record: Recorded): void {
  mkdirSync(join(path, ".."), {recursive: true});
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(record));
  renameSync(`${path}.${process.pid}`, path);
}

function digest(parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

function contents(path: string): string {
  return existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : "absent";
}

/** Session files are gigabytes: size and date stand for what is in them. */
function fingerprint(path: string): string {
  if (!existsSync(path)) return `${path} absent`;
  const {size, mtimeMs} = statSync(path);
  return `${realpathSync(path)} ${size} ${mtimeMs}`;
}

/** When a file was last written, replaced or moved into place; moving keeps the date of the contents. */
function touched(path: string): number {
  if (!existsSync(path)) return 0;
  const {mtimeMs, ctimeMs} = statSync(path);
  return Math.max(mtimeMs, ctimeMs);
}
