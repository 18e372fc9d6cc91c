import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join, relative, resolve} from "node:path";
import {type Finding, inOrder} from "./finding.js";
import {type PageFolders, writePageModules} from "./page-modules.js";

/** What is used of Biome's report; lines and columns count from 1, columns in characters of Unicode. */
interface Report {
  diagnostics: {
    code: {value: string};
    location: {path: string; range: {start: {line: number; column: number}}};
    message: string;
    severity: string;
  }[];
}

const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

/**
 * What a linter finds in the pages' cells, by the project's own rules. A name is unused if no cell of its page uses it.
 *
 * @throws {Error} if the linter does not run
 */
export function lintCells(folders: PageFolders): Finding[] {
  const {findings, onPage} = writePageModules(folders);
  const settings = {
    root: true,
    extends: [relative(folders.modules, resolve("biome.json"))],
    vcs: {enabled: false}, // git ignores the folder
    files: {includes: ["**/*.ts"]}
  };
  writeFileSync(join(folders.modules, "biome.json"), JSON.stringify(settings));
  const command = [biome, "lint", "--reporter=rdjson", "--max-diagnostics=none"];
  const {stdout, stderr, error} = spawnSync(process.execPath, command, {
    cwd: folders.modules,
    encoding: "utf8",
    maxBuffer: 2 ** 28
  });
  if (error || !stdout) throw error ?? new Error(stderr);
  for (const {code, location, message} of (JSON.parse(stdout) as Report).diagnostics) {
    const {line, column} = location.range.start;
    const place = onPage(join(folders.modules, location.path), line, column, "characters");
    if (place) findings.push({...place, message: `${code.value}: ${message}`});
  }
  return inOrder(findings);
}
