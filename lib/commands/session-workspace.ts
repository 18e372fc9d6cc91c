// A build keeps its snapshots and its site in folders beside the sources. Builds of several sessions at the same time would be in
// each other's way, so each gets a folder that looks like the checkout: a copy of the pages, and links to all else.
import {cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync} from "node:fs";
import {basename, join, resolve} from "node:path";

/** What a build reads of the checkout, besides src/. */
const LINKED = [
  "package.json",
  "package-lock.json",
  "node_modules",
  "lib",
  "data-loaders",
  "observablehq.config.ts",
  ".cache"
];

/** Where Framework keeps snapshots, in src/. */
const KEPT = ".observablehq";

/** The folder that a session is built in. */
export function sessionWorkspace(id: number, checkout = "."): string {
  return resolve(checkout, ".cache", "builds", String(id));
}

/**
 * Makes the folder that a session is built in what the checkout is today; snapshots stay there from one build to the next.
 * @param checkout the folder that package.json is in
 */
export function provideWorkspace(id: number, checkout = "."): string {
  const workspace = sessionWorkspace(id, checkout);
  const sources = join(workspace, "src");
  mkdirSync(sources, {recursive: true});
  for (const name of LINKED) link(resolve(checkout, name), join(workspace, name));
  for (const name of readdirSync(sources)) if (name !== KEPT) rmSync(join(sources, name), {recursive: true});
  cpSync(join(checkout, "src"), sources, {
    recursive: true,
    verbatimSymlinks: true, // src/lib and src/data lead to the linked folders
    preserveTimestamps: true,
    filter: (path) => basename(path) !== KEPT
  });
  return workspace;
}

function link(target: string, path: string): void {
  if (!existsSync(target)) return;
  const known = lstatSync(path, {throwIfNoEntry: false});
  if (known?.isSymbolicLink() && readlinkSync(path) === target) return;
  if (known) rmSync(path, {recursive: true}); // a link to where the checkout was before
  symlinkSync(target, path);
}
