import {resolve} from "node:path";

/** The setting of sources for a process in another folder: in it, the folders are relative to this one. */
export function absoluteFolders(sources: string): string {
  const names = sources.split(",").map((name) => name.trim());
  return names.map((name) => (name.includes("/") && !/^\w+=https?:/.test(name) ? resolve(name) : name)).join(",");
}
