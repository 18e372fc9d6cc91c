import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {STANDARD_LIBRARY} from "../../cells/index.js";
import {TSC} from "../tsc.js";
import {type Finding, inOrder} from "./finding.js";
import {type PageFolders, writePageModules} from "./page-modules.js";

/**
 * What is wrong with the pages' cells as TypeScript sees it, under the project's own settings but for three things: a parameter
 * without a type is no error, as cells are JavaScript; a value that may be missing need not be asked for, since a cell that says so
 * at each step is no lesson; and what a row of a table holds is not known (lib/cells/table-rows.d.ts).
 *
 * @throws {Error} if TypeScript does not run
 */
export function checkTypes(folders: PageFolders): Finding[] {
  const {findings, onPage} = writePageModules(folders);
  const config = join(folders.modules, "tsconfig.json");
  const settings = {
    extends: resolve("tsconfig.json"),
    compilerOptions: {
      strictNullChecks: false,
      types: [], // cells run in a browser
      rootDirs: [resolve(folders.pages), resolve(folders.modules)], // what is beside a page is beside its module
      paths: {[STANDARD_LIBRARY]: [resolve("lib/cells/standard-library.d.ts")]}
    },
    include: [folders.modules, join(folders.pages, "*.d.ts"), "lib/cells/table-rows.d.ts"].map((path) => resolve(path))
  };
  writeFileSync(config, JSON.stringify(settings));
  const command = [TSC, "--project", config, "--pretty", "false"];
  const {stdout, stderr, error} = spawnSync(process.execPath, command, {encoding: "utf8", maxBuffer: 2 ** 28});
  if (error || stderr) throw error ?? new Error(stderr);
  const messages = stdout.trimEnd().split(/\n(?! )/); // a message goes on in lines that are indented
  for (const text of messages.filter(Boolean)) {
    const [, path, row, column, message] = /^(.+?)\((\d+),(\d+)\): error (.+)$/s.exec(text) ?? [];
    if (path === undefined) throw new Error(text);
    // The rest of the project has its own check.
    if (!resolve(path).startsWith(resolve(folders.modules)) || isOfMissingType(message)) continue;
    const [line, character] = [Number(row), Number(column)];
    findings.push({...(onPage(path, line, character) ?? {page: path, line, column: character}), message});
  }
  return inOrder(findings);
}

/** Whether TypeScript misses a type where a cell has none: TS7005 to TS7057, "implicitly has an 'any' type". */
function isOfMissingType(message: string): boolean {
  return /^TS70\d\d:/.test(message);
}
