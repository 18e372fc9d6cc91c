import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, resolve} from "node:path";
import {standardLibrary} from "../../cells/index.js";
import type {Finding} from "./finding.js";
import {type PageFolders, writePageModules} from "./page-modules.js";

/** What a type check found. */
export interface TypeFindings {
  /** In the cells of pages. */
  cells: Finding[];
  /** In the project's other files, as TypeScript says it. */
  others: string[];
}

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/**
 * Checks the types of the pages' cells, and of other files in the same run.
 *
 * Cells are JavaScript, whose parameters have no types: that a type is missing (TS7005 to TS7057) is no error in them.
 *
 * @param others files and folders that are checked besides the pages
 */
export function checkTypes(folders: PageFolders, others: readonly string[]): TypeFindings {
  const {findings, onPage} = writePageModules(folders);
  const config = join(folders.modules, "tsconfig.json");
  const settings = {
    extends: resolve("tsconfig.json"),
    compilerOptions: {
      rootDirs: [resolve(folders.pages), resolve(folders.modules)], // what is beside a page is beside its module
      paths: {[standardLibrary]: [resolve("lib/cells/standard-library.d.ts")]}
    },
    include: [folders.modules, ...others].map((path) => resolve(path))
  };
  writeFileSync(config, JSON.stringify(settings));
  const {stdout, stderr, error} = spawnSync(process.execPath, [tsc, "--project", config, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28
  });
  if (error) throw error;
  const found: TypeFindings = {cells: findings, others: stderr ? [stderr.trimEnd()] : []};
  // A message goes on in lines that are indented.
  for (const text of stdout.split(/\n(?! )/).filter(Boolean)) {
    const [, path, line, column, message] = /^(.+?)\((\d+),(\d+)\): error (.+)$/s.exec(text) ?? [];
    const place = path ? onPage(path, Number(line), Number(column)) : null;
    if (!place) found.others.push(text.trimEnd());
    else if (!/^TS70\d\d:/.test(message)) found.cells.push({...place, message: message.trimEnd()});
  }
  return found;
}
