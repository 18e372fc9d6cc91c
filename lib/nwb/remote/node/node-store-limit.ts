import {existsSync, readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";

/**
 * Makes room in a folder of stores: those least recently opened are deleted until the others hold less than half of what
 * may be kept.
 * @param kept the store that is about to be opened
 * @param most bytes
 */
export function discardLeastRecent(cache: string, kept: string, most: number): void {
  if (!existsSync(cache)) return;
  const stores = readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((path) => path !== kept)
    .flatMap((path) => {
      try {
        const bytes = readdirSync(path).reduce((sum, name) => sum + bytesNamed(name), 0);
        return [{path, bytes, opened: statSync(path).mtimeMs}];
      } catch {
        return []; // Another process has just deleted it, or something of it.
      }
    })
    .sort((a, b) => b.opened - a.opened);
  let sum = 0;
  for (const {path, bytes} of stores) {
    sum += bytes;
    if (sum > most / 2) rmSync(path, {recursive: true, force: true});
  }
}

/** How many bytes a segment holds, by its name `<start>-<end>-<digest>`: a look at each of thousands of files would take long. */
function bytesNamed(name: string): number {
  const [, start, end] = /^(\d+)-(\d+)-/.exec(name) ?? [];
  return end === undefined ? 0 : Number(end) - Number(start);
}
