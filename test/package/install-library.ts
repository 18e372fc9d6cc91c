import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";

/** A folder of someone else's, with the library in it as a package. */
export interface UserProject {
  folder: string;
  /** The names of the packed files. */
  packed: string[];
  remove(): void;
}

/**
 * Packs the library as npm does, and puts it into an empty folder, beside the packages that it says it needs and no others: what it
 * needs and does not say is not found.
 */
export function installLibrary(): UserProject {
  const folder = mkdtempSync(join(tmpdir(), "user-of-library-"));
  const command = ["pack", "--json", "--silent", "--pack-destination", folder];
  const said = execFileSync("npm", command, {encoding: "utf8", shell: process.platform === "win32"});
  const [{filename, files}] = JSON.parse(said.slice(said.indexOf("[\n"))) as [
    {filename: string; files: {path: string}[]}
  ];
  execFileSync("tar", ["-xzf", filename], {cwd: folder});
  const {name, dependencies} = JSON.parse(readFileSync("package.json", "utf8")) as {
    name: string;
    dependencies: Record<string, string>;
  };
  mkdirSync(join(folder, "node_modules"));
  renameSync(join(folder, "package"), join(folder, "node_modules", name));
  for (const dependency of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", dependency);
    mkdirSync(dirname(link), {recursive: true});
    symlinkSync(resolve("node_modules", dependency), link, "junction");
  }
  return {folder, packed: files.map(({path}) => path), remove: () => rmSync(folder, {recursive: true})};
}
