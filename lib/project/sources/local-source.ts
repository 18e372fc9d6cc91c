import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {cachePath} from "../cache-path.js";
import type {ProjectSource} from "./project-source.js";

/**
 * A folder in AllenSDK's cache layout that files are used from where they lie, such as a mounted archive or the cache of a
 * whole laboratory. Nothing is written there.
 */
export function localSource(directory: string): ProjectSource {
  const folder = resolve(directory);
  return {
    name: `the folder ${folder}`,
    isLocal: true,
    async locate(file) {
      const path = join(folder, cachePath(file));
      return existsSync(path) ? {kind: "path", path} : null;
    }
  };
}
