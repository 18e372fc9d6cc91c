// Framework is not shown src/ itself, but a folder that looks like it: links to all that is there, except to what it should get in
// another form, such as the modules of lib/. Pages keep their addresses, and their imports.
import {lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync} from "node:fs";
import {join, relative} from "node:path";
import {watchFolders} from "./watch-folders.js";

/** Where the pages are written. */
export const SOURCES = "src";

/** Framework's own folder in it, for snapshots and packages. */
const OWN = ".observablehq";

/**
 * Makes a folder that looks like src/.
 *
 * @param name the name of the folder
 * @param others names in src/ that stand for something else in it, which is left as it is
 * @returns its path
 */
export function provideRoot(name: string, others: readonly string[]): string {
  const root = join(".site", name); // not in src/, where whoever looks for pages would find each twice
  mirror(SOURCES, root, [OWN, ...others]);
  mkdirSync(join(SOURCES, OWN, "cache"), {recursive: true});
  mkdirSync(join(root, OWN), {recursive: true});
  link(join(SOURCES, OWN, "cache"), join(root, OWN, "cache"));
  return root;
}

/** For a preview: what comes into src/ or goes from it, does so in the folder too. Does not keep the process alive. */
export function watchRoot(name: string, others: readonly string[]): void {
  watchFolders([SOURCES], async () => void provideRoot(name, others), [OWN]);
}

/** Folders are made anew, and not linked: Framework takes a link that is called `[session]` for a file. */
function mirror(from: string, to: string, except: readonly string[]): void {
  mkdirSync(to, {recursive: true});
  const entries = readdirSync(from, {withFileTypes: true}).filter(({name}) => !except.includes(name));
  const names = new Set([...except, ...entries.map(({name}) => name)]);
  for (const name of readdirSync(to)) if (!names.has(name)) rmSync(join(to, name), {recursive: true});
  for (const entry of entries) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) link(source, copy);
    else {
      if (lstatSync(copy, {throwIfNoEntry: false})?.isSymbolicLink()) rmSync(copy);
      mirror(source, copy, []);
    }
  }
}

function link(source: string, path: string): void {
  const target = relative(join(path, ".."), source);
  const known = lstatSync(path, {throwIfNoEntry: false});
  if (known?.isSymbolicLink() && readlinkSync(path) === target) return;
  if (known) rmSync(path, {recursive: true});
  symlinkSync(target, path);
}
