import {join} from "node:path";
import {cachePath} from "./cache-path.js";
import {type FileState, fileState, markDamaged, removeDamageMark} from "./download/index.js";
import type {CacheFolder} from "./provide-file.js";
import type {ProjectFile} from "./sources/project-source.js";

/** What is known of a file of the project after all of its bytes were read. */
export interface Verified extends FileState {
  path: string;
  /**
   * What it was compared with: the digest taken when it was fetched, or what a source publishes; `nothing` where nobody says what
   * it should be.
   */
  against: "digest" | "size" | "nothing";
}

/**
 * Reads a file whole, and compares it with what was written down when it was fetched or, for a file that someone else put there, with
 * what the sources publish of it. That one in the cache folder is damaged is written down beside it: whoever asks for it next gets it
 * anew.
 * @param directory the folder that it lies in: the cache folder, or one that is a source, where nothing is written
 * @throws what the file system says of a file that cannot be read; nothing for a damaged one: that is what `state` says
 */
export async function verifyFile(
  file: ProjectFile,
  folder: CacheFolder,
  directory = folder.directory
): Promise<Verified> {
  const path = join(directory, cachePath(file));
  const quick = await fileState(path);
  if (quick.state === "missing") return {...quick, path, against: "nothing"};
  const published = quick.url === null ? await publishedOf(file, folder) : {};
  const state = await fileState(path, {digest: true, ...published, signal: folder.download?.signal});
  const {expected, found} = state;
  const against = quick.url !== null || published.sha256 ? "digest" : published.size ? "size" : "nothing";
  if (directory !== folder.directory) return {...state, path, against};
  if (expected !== undefined && found !== undefined) await markDamaged(path, {expected, found});
  else await removeDamageMark(path);
  return {...state, path, against};
}

/** Size and digest of a file; of several sources, the first that publishes a digest. Nothing offline, or of what cannot be asked. */
export async function publishedOf(file: ProjectFile, folder: CacheFolder): Promise<{size?: number; sha256?: string}> {
  let known: {size?: number; sha256?: string} = {};
  if (folder.download?.offline) return known;
  for (const source of folder.sources) {
    const location = await source.locate(file, {signal: folder.download?.signal}).catch(() => null);
    folder.download?.signal?.throwIfAborted();
    if (location?.kind !== "url") continue;
    if (location.sha256) return {size: location.size, sha256: location.sha256};
    if (location.size !== undefined) known = {size: location.size};
  }
  return known;
}
