// A build in which nothing has changed is none: the site is as it was left, and was made of what is there now. What is there is told by
// its contents, so that a copied or moved folder keeps its site.
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Config} from "@observablehq/framework/dist/config.js";
import {sha256} from "./sha-256.js";
import {SOURCES} from "./site-root.js";

/** Framework's own folder in src/. */
const OWN = ".observablehq";
const snapshots = join(SOURCES, OWN, "cache", "data");
const record = join(SOURCES, OWN, "built.json");

/** The files of a folder, by their paths, in the order of their names. */
export type FolderContents = Record<string, FileContents>;

interface FileContents {
  /** Of its bytes. */
  digest: string;
  /** A file of this size and date has these bytes; of another date, it is read. */
  size: number;
  mtimeMs: number;
}

/** What is noted of a build. */
interface LastBuild {
  digest: string;
  snapshots: FolderContents;
  site: FolderContents;
}

/**
 * What a site is built of, besides its snapshots, as a digest: pages, modules, loaders and their packages, the reference's first
 * page, the sessions that are shown and what is said of them at the foot of their pages, settings of the environment, and Node.
 * Taken before a build, as what is edited while it runs is not in it.
 */
export async function siteDigest(config: Config): Promise<string> {
  const hash = createHash("sha256");
  const add = (...parts: unknown[]) => hash.update(`${JSON.stringify(parts)}\n`);
  add(process.version, process.platform, config.output, config.pages);
  for await (const path of config.paths())
    add(path, typeof config.footer === "function" ? config.footer({path}) : config.footer);
  for (const [name, value] of Object.entries(process.env).sort())
    if (/^(SESSIONS$|NEUROPIXELS_|OBSERVABLE_)/.test(name)) add(name, value);
  const files = [
    "observablehq.config.ts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "tsconfig.library.json",
    "typedoc.json",
    "docs/library.md"
  ].filter((path) => existsSync(path));
  for (const path of [...files, ...["lib", "data-loaders", SOURCES].flatMap((folder) => [...filesUnder(folder)])])
    add(path, sha256(readFileSync(path)));
  return hash.digest("hex");
}

/** The snapshots that there are. Taken when all are made, before the site is built of them. */
export function snapshotContents(): FolderContents {
  return contentsOf(snapshots);
}

/** Whether the site was built of what is there, and has been left as it was. */
export function isBuilt({output}: Config, digest: string): boolean {
  if (!existsSync(record) || !existsSync(output)) return false;
  const last = readLast();
  if (last?.digest !== digest) return false;
  const found = {digest, snapshots: contentsOf(snapshots, last.snapshots), site: contentsOf(output, last.site)};
  const isSame = sameFiles(found.snapshots, last.snapshots) && sameFiles(found.site, last.site);
  if (isSame) write(found); // with the dates of today, so that nothing is read again
  return isSame;
}

/** Notes of what the site was built. */
export function recordBuilt({output}: Config, digest: string, ofSnapshots: FolderContents): void {
  mkdirSync(dirname(record), {recursive: true});
  write({digest, snapshots: ofSnapshots, site: contentsOf(output)});
}

function readLast(): LastBuild | null {
  try {
    return JSON.parse(readFileSync(record, "utf8"));
  } catch {
    return null; // cut short: then nothing is known
  }
}

function write(build: LastBuild): void {
  writeFileSync(record, JSON.stringify(build));
}

/** @param known what was in them when they had a size and a date: a file that has them still is not read */
function contentsOf(folder: string, known: FolderContents = {}): FolderContents {
  const contents: FolderContents = {};
  for (const path of filesUnder(folder)) {
    const {size, mtimeMs} = statSync(path);
    const isKnown = known[path]?.size === size && known[path].mtimeMs === mtimeMs;
    contents[path] = {digest: isKnown ? known[path].digest : sha256(readFileSync(path)), size, mtimeMs};
  }
  return contents;
}

function sameFiles(a: FolderContents, b: FolderContents): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name].digest === b[name]?.digest);
}

/** Files, in the order of their names; links lead to what is among them elsewhere. */
function* filesUnder(folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== OWN) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}
