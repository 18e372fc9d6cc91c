// In a preview, Framework gets the library as one module for each of its doors, and some for what these share: it reads every module
// that a page reaches whenever the page changes, and a browser asks for each.
import {readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {bundleModules, type Entries, writeFolder} from "./bundle-modules.js";
import {watchFolders} from "./watch-folders.js";

/** Rooms of lib/ that run in Node only. */
const NODE_ROOMS = ["commands", "project", "sample", "site"];

/** Bundles every door of the library into a folder. */
export async function bundleDoors(folder: string): Promise<void> {
  writeFolder(folder, await bundleModules(doors(), {shared: "shared"}));
}

/** The same, and again whenever a module changes; what does not parse is said, and stays as it was. Does not keep the process alive. */
export async function watchDoors(folder: string): Promise<void> {
  await bundleDoors(folder);
  watchFolders(["lib"], () => bundleDoors(folder).catch((error: Error) => console.error(error.message)));
}

/** The doors: modules called index, in rooms and in folders of them; and what stands in no room. */
function doors(): Entries {
  const names = readdirSync("lib", {recursive: true, encoding: "utf8"}).filter((name) => {
    const [room, ...inside] = name.split("/");
    return inside.length === 0 ? name.endsWith(".ts") : inside.at(-1) === "index.ts" && !NODE_ROOMS.includes(room);
  });
  return Object.fromEntries(names.map((name) => [name.replace(/\.ts$/, ""), {path: resolve(join("lib", name))}]));
}
