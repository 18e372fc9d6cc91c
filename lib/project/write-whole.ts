import {randomUUID} from "node:crypto";
import {rename, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {diskError} from "./download/disk-error.js";
import {makeFolder} from "./make-folder.js";

/**
 * Writes a small file, and the folders it stands in: there at once and whole, or not at all, whoever writes it at the same time.
 * @throws {ProjectError} `disk-full` or `not-writable`
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await makeFolder(dirname(path));
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    throw diskError(error, path);
  } finally {
    await rm(temporary, {force: true}).catch(() => {}); // what failed has been said
  }
}
