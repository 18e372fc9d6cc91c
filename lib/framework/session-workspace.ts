// A build keeps its snapshots and its site in folders beside the sources. Builds of several sessions at the same time would be in
// each other's way, so each gets a folder that looks like the checkout, made of links, with those two folders of its own.
import {existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync} from "node:fs";
import {join, resolve} from "node:path";

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

/**
 * The folder that a session is built in; its snapshots stay there from one build to the next.
 * @param checkout the folder that package.json is in
 */
export function sessionWorkspace(id: number, checkout = "."): string {
  const workspace = resolve(checkout, ".cache", "builds", String(id));
  mkdirSync(join(workspace, "src"), {recursive: true});
  for (const name of LINKED) link(resolve(checkout, name), join(workspace, name));
  const sources = readdirSync(join(checkout, "src")).filter((name) => name !== ".observablehq");
  for (const name of sources) link(resolve(checkout, "src", name), join(workspace, "src", name));
  for (const name of readdirSync(join(workspace, "src")))
    if (name !== ".observablehq" && !sources.includes(name)) rmSync(join(workspace, "src", name));
  return workspace;
}

function link(target: string, path: string): void {
  if (!existsSync(target)) return;
  const known = lstatSync(path, {throwIfNoEntry: false});
  if (known?.isSymbolicLink() && readlinkSync(path) === target) return;
  if (known) rmSync(path, {recursive: true}); // a link to where the checkout was before
  symlinkSync(target, path);
}
