import {join, resolve} from "node:path";
import {cachePath} from "../cache-path.js";
import {fileState} from "../download/index.js";
import {ProjectError} from "../project-error.js";
import type {ProjectSource} from "./project-source.js";

/**
 * A folder in AllenSDK's cache layout that files are used from where they lie, such as a mounted archive or the cache of a
 * whole laboratory. Nothing is written there.
 */
export function localSource(directory: string): ProjectSource {
  const folder = resolve(directory);
  return {
    name: `the folder ${folder}`,
    directory: folder,
    async locate(file) {
      const path = join(folder, cachePath(file));
      const {state, expected, found} = await fileState(path);
      if (state !== "damaged") return state === "whole" ? {kind: "path", path} : null;
      throw new ProjectError("damaged", {
        file: path,
        expected: expected ?? "a whole file",
        found: found ?? "another",
        remedy: "Delete it there, or name another source."
      });
    }
  };
}
