import {mkdir, stat} from "node:fs/promises";
import {dirname} from "node:path";

/**
 * Makes a folder, and those above it that are not there. Node's own way to do so never returns where the system says of a folder that
 * is there that it is not, as Linux does under /proc.
 * @throws what the system says, also when the path is that of a file
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdirOnce(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdirOnce(path);
  }
}

async function mkdirOnce(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST" && (await stat(path)).isDirectory();
    if (!isThere) throw error;
  }
}
