import {createHash, randomUUID} from "node:crypto";
import {mkdir, readFile, realpath, rename, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {sha256Of} from "./sha256-of.js";

/**
 * The SHA-256 of a file, in hexadecimal digits. Reading 2.5 GB takes seconds, so the digest is kept in the cache folder
 * for as long as the file keeps its place, size and time, and is the same on the disk.
 */
export async function fileDigest(path: string, cache = ".cache/digests"): Promise<string> {
  const [place, {size, mtimeMs, ino}] = await Promise.all([realpath(path), stat(path)]);
  const key = createHash("sha256")
    .update(JSON.stringify([place, size, mtimeMs, ino]))
    .digest("hex");
  const kept = join(cache, key);
  const known = await readFile(kept, "utf8").catch(() => null);
  if (known) return known;
  const digest = await sha256Of(path);
  await mkdir(cache, {recursive: true});
  // Another thread or process may be writing the same digest: each writes a file of its own, and the last one named stays.
  const own = `${kept}.${randomUUID()}`;
  await writeFile(own, digest);
  await rename(own, kept);
  return digest;
}
