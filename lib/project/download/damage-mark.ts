import {readFile, rm, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";

/** Which state of a file it is, in bytes and ms. */
interface FileStamp {
  size: number;
  mtimeMs: number;
}

/** What was found when all bytes of a file were read: written down beside it, as `.<file>.damaged.json`. */
interface DamageMark extends FileStamp {
  /** What should have been there, and what was, as phrases. */
  expected: string;
  found: string;
}

/** Writes down that a file is damaged, so that whoever asks for it next gets it anew; where nothing can be written, it is not. */
export async function markDamaged(path: string, found: Pick<DamageMark, "expected" | "found">): Promise<void> {
  const {size, mtimeMs} = await stat(path);
  const mark: DamageMark = {size, mtimeMs, expected: found.expected, found: found.found};
  await writeFile(markPath(path), `${JSON.stringify(mark, null, 2)}\n`).catch(() => {});
}

/** What was written down of the file as it is now; null where nothing was, or it has been replaced since. */
export async function readDamage(path: string, {size, mtimeMs}: FileStamp): Promise<DamageMark | null> {
  try {
    const mark = JSON.parse(await readFile(markPath(path), "utf8")) as DamageMark;
    return mark.size === size && mark.mtimeMs === mtimeMs ? mark : null;
  } catch {
    return null;
  }
}

/** Forgets what was written down of a file. */
export async function removeDamageMark(path: string): Promise<void> {
  await rm(markPath(path), {force: true}).catch(() => {});
}

function markPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.damaged.json`);
}
