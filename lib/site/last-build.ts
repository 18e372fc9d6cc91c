// A build in which nothing has changed is none: the site is as it was left, and was made of what is there now. What is there is told by
// its contents, but for snapshots, and for the files of the built site, where size and date stand for them.
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Config} from "@observablehq/framework/dist/config.js";
import {SOURCES} from "./site-root.js";

/** Framework's own folder in src/. */
const OWN = ".observablehq";
const snapshots = join(SOURCES, OWN, "cache", "data");
const record = join(SOURCES, OWN, "built.json");

/**
 * What a site is built of, besides its snapshots, as a digest: pages, modules, loaders and their packages, the sessions that are shown,
 * settings of the environment, and Node. Taken before a build, as what is edited while it runs is not in it.
 */
export async function siteDigest(config: Config): Promise<string> {
  const hash = createHash("sha256");
  const add = (...parts: unknown[]) => hash.update(`${JSON.stringify(parts)}\n`);
  add(process.version, process.platform, config.output, config.pages);
  for await (const path of config.paths()) add(path);
  for (const [name, value] of Object.entries(process.env).sort())
    if (/^(SESSIONS$|NEUROPIXELS_|OBSERVABLE_)/.test(name)) add(name, value);
  const files = ["observablehq.config.ts", "package.json", "package-lock.json"].filter((path) => existsSync(path));
  for (const path of [...files, ...["lib", "data-loaders", SOURCES].flatMap((folder) => [...filesUnder(folder)])])
    add(path, createHash("sha256").update(readFileSync(path)).digest("hex"));
  return hash.digest("hex");
}

/** The snapshots that there are, as a digest. Taken when all are made, before the site is built of them. */
export function snapshotsDigest(): string {
  return listing(snapshots);
}

/** Whether the site was built of what is there, and has been left as it was. */
export function isBuilt({output}: Config, digest: string): boolean {
  if (!existsSync(record) || !existsSync(output)) return false;
  return readFileSync(record, "utf8") === description(digest, snapshotsDigest(), output);
}

/** Notes of what the site was built. */
export function recordBuilt({output}: Config, digest: string, ofSnapshots: string): void {
  mkdirSync(dirname(record), {recursive: true});
  writeFileSync(record, description(digest, ofSnapshots, output));
}

function description(digest: string, ofSnapshots: string, output: string): string {
  return JSON.stringify({digest, snapshots: ofSnapshots, site: listing(output)});
}

/** Every file of a folder with its size and date, in a digest. */
function listing(folder: string): string {
  const hash = createHash("sha256");
  for (const path of filesUnder(folder)) {
    const {size, mtimeMs} = statSync(path);
    hash.update(`${JSON.stringify([path, size, mtimeMs])}\n`);
  }
  return hash.digest("hex");
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
