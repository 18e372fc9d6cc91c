import {execFile} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {moduleSources} from "../site/index.js";
import {libraryDoors} from "./library-doors.js";

/** The project that the library is of, also where a build works in a folder of links to it. */
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const KEPT = join(PROJECT, ".cache", "reference");

/**
 * The reference of the library: pages that TypeDoc makes of the doc comments of all that the doors give. They are kept, and made
 * again when a module of the library or what makes them has changed.
 *
 * @returns the folder they are in
 * @throws {Error} with TypeDoc's own words
 */
export async function provideReference(): Promise<string> {
  const folder = join(KEPT, await sourcesDigest());
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  const typedoc = join(dirname(createRequire(import.meta.url).resolve("typedoc/package.json")), "bin", "typedoc");
  // Named one by one: of a door with a star TypeDoc looks for what is built of it, which a fresh clone has not.
  const doors = libraryDoors(PROJECT).map(({source}) => source);
  await promisify(execFile)(process.execPath, [typedoc, "--out", unfinished, ...doors], {cwd: PROJECT});
  // What was made before goes; names with a dot are other builds at work, one of which may have been first.
  for (const name of readdirSync(KEPT)) if (!name.includes(".")) rmSync(join(KEPT, name), {recursive: true});
  renameSync(unfinished, folder);
  return folder;
}

async function sourcesDigest(): Promise<string> {
  const doors = libraryDoors(PROJECT).map(({source}) => join(PROJECT, source));
  const modules = Object.values(await moduleSources(doors)).flat();
  const others = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.library.json", "typedoc.json"];
  const hash = createHash("sha256");
  for (const path of new Set([...modules, ...[...others, "docs/library.md"].map((name) => join(PROJECT, name))]))
    hash.update(JSON.stringify([relative(PROJECT, path), readFileSync(path, "utf8")]));
  return hash.digest("hex").slice(0, 16);
}
