import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, resolve} from "node:path";
import {standardLibrary} from "../../cells/index.js";
import {type Finding, inOrder} from "./finding.js";
import {type PageFolders, writePageModules} from "./page-modules.js";

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/**
 * What is wrong with the pages' cells as TypeScript sees it, under the project's own settings but for two things: a parameter
 * without a type is no error, as cells are JavaScript; and what a row of a table holds is not known (lib/cells/table-rows.d.ts).
 *
 * @throws {Error} if TypeScript does not run, or does not understand what is no part of a page
 */
export function checkTypes(folders: PageFolders): Finding[] {
  const {findings, onPage} = writePageModules(folders);
  const config = join(folders.modules, "tsconfig.json");
  const settings = {
    extends: resolve("tsconfig.json"),
    compilerOptions: {
      rootDirs: [resolve(folders.pages), resolve(folders.modules)], // what is beside a page is beside its module
      paths: {[standardLibrary]: [resolve("lib/cells/standard-library.d.ts")]}
    },
    include: [resolve(folders.modules), resolve("lib/cells/table-rows.d.ts")]
  };
  writeFileSync(config, JSON.stringify(settings));
  const command = [tsc, "--project", config, "--pretty", "false"];
  const {stdout, stderr, error} = spawnSync(process.execPath, command, {encoding: "utf8", maxBuffer: 2 ** 28});
  if (error || stderr) throw error ?? new Error(stderr);
  // A message goes on in lines that are indented.
  for (const text of stdout
    .trimEnd()
    .split(/\n(?! )/)
    .filter(Boolean)) {
    const [, path, line, column, message] = /^(.+?)\((\d+),(\d+)\): error (.+)$/s.exec(text) ?? [];
    if (path === undefined) throw new Error(text);
    if (/^TS70\d\d:/.test(message)) continue; // implicitly "any"
    const place = onPage(path, Number(line), Number(column));
    if (place) findings.push({...place, message});
    else if (path.startsWith(folders.modules)) throw new Error(text);
    // The rest of the project has its own check.
  }
  return inOrder(findings);
}
