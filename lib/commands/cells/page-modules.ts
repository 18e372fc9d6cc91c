// The cells of pages as modules in a folder beside the project, laid out as the pages are, so that relative imports hold.
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {type PageModule, pageCells, pageModule, readCells} from "../../cells/index.js";
import {markdownReader} from "../../site/index.js";
import {type Finding, type Place, placeAt} from "./finding.js";

/** Where the pages are, and where their modules go: what was in that folder before is deleted. */
export interface PageFolders {
  pages: string;
  modules: string;
}

/** The modules of all pages. */
export interface PageModules {
  /** What kept cells from becoming part of their module, in the order of the pages. */
  findings: Finding[];
  /**
   * Where a line and column of a module, counted from 1, come from; null for one that is of no page's cell.
   *
   * @param counts what a column is: JavaScript counts units of UTF-16, of which some characters have two
   */
  onPage(path: string, line: number, column: number, counts?: "units" | "characters"): Place | null;
}

/** Makes the modules anew. */
export function writePageModules(folders: PageFolders): PageModules {
  rmSync(folders.modules, {recursive: true, force: true});
  const findings: Finding[] = [];
  const written = new Map<string, {page: string; source: string; module: PageModule}>();
  for (const page of pagesIn(folders.pages)) {
    const source = readFileSync(page, "utf8");
    const {cells, problems} = readCells(pageCells(source, markdownReader));
    findings.push(...problems.map(({at, message}) => ({...placeAt(page, source, at), message})));
    const name = relative(folders.pages, page);
    const path = join(folders.modules, name.replace(/\.md$/, ".ts"));
    const module = pageModule(cells, parametersOf(name));
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, module.text);
    written.set(resolve(path), {page, source, module});
  }
  return {
    findings,
    onPage(path, line, column, counts = "units") {
      const of = written.get(resolve(path));
      if (!of) return null;
      const lines = of.module.text.split("\n");
      const text = lines[line - 1];
      const before = counts === "units" ? text.slice(0, column - 1) : [...text].slice(0, column - 1).join("");
      const at = of.module.offsetOnPage([...lines.slice(0, line - 1), before].join("\n").length);
      return at === null ? null : placeAt(of.page, of.source, at);
    }
  };
}

/** The pages of a folder. */
export function pagesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name))
    .sort();
}

/** The parameters in the name of a page: `session` of `[session]/units.md`. */
function parametersOf(name: string): string[] {
  return [...name.matchAll(/\[(\w+)\]/g)].map(([, parameter]) => parameter);
}
