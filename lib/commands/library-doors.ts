import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** A door of the library as a package. */
export interface LibraryDoor {
  /** What is imported: "neuropixels-notebook/analysis/tuning". */
  name: string;
  /** The module, from the project's folder: "lib/analysis/tuning/index.ts". */
  source: string;
}

/** The doors that package.json exports; one with a star is one for each folder in its place. */
export function libraryDoors(project = "."): LibraryDoor[] {
  const {name, exports} = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
    name: string;
    exports: Record<string, string>;
  };
  return Object.entries(exports).flatMap(([door, path]) => {
    const source = path.replace("./library/", "lib/").replace(/\.js$/, ".ts");
    const [before] = source.split("/*");
    const parts = door.includes("*") ? foldersWithDoors(project, before) : [""];
    return parts.map((part) => ({
      name: `${name}${door.slice(1).replace("*", part)}`,
      source: source.replace("*", part)
    }));
  });
}

function foldersWithDoors(project: string, folder: string): string[] {
  return readdirSync(join(project, folder), {recursive: true, encoding: "utf8"})
    .filter((path) => /^[^/\\]+[/\\]index\.ts$/.test(path))
    .map((path) => path.split(/[/\\]/)[0])
    .sort();
}
