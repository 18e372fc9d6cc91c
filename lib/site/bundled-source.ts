import {existsSync, realpathSync} from "node:fs";
import {join} from "node:path";
import {SOURCES} from "./site-root.js";

/** The folders in src/ whose modules are bundled. */
export const BUNDLED = ["lib", "components"];

/** The file that a module of a bundled folder is written in, by its path in the site, such as "/lib/index.js"; undefined for any other. */
export function bundledSource(module: string): string | undefined {
  if (!BUNDLED.some((folder) => module.startsWith(`/${folder}/`))) return undefined;
  const paths = [".ts", ".js"].map((ending) => join(SOURCES, module.replace(/\.js$/, ending)));
  const path = paths.find((each) => existsSync(each));
  return path && realpathSync(path);
}
