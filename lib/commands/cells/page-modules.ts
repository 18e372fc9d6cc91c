// The cells of pages as modules in a folder beside the project, laid out as the pages are, so that relative imports hold.
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {pageCells, pageModule, readCells} from "../../cells/index.js";
import {markdownReader} from "../../site/markdown-reader.js";
import {type Finding, findingAt} from "./finding.js";

/** Where the pages are, and where their modules go: what was in that folder before is deleted. */
export interface PageFolders {
  pages: string;
  modules: string;
}

/** The modules of all pages. */
export interface PageModules {
  /** What kept cells from becoming part of their module, in the order of the pages. */
  findings: Finding[];
  /** Where a place in a module comes from, as lines and columns count from 1; null for one that is of no page's cell. */
  onPage(path: string, line: number, column: number): Omit<Finding, "message"> | null;
}

/** Makes the modules anew. */
export function writePageModules(folders: PageFolders): PageModules {
  rmSync(folders.modules, {recursive: true, force: true});
  const findings: Finding[] = [];
  const written = new Map<string, {page: string; source: string; text: string; offsetOnPage: (at: number) => number | null}>();
  for (const page of pagesIn(folders.pages)) {
    const source = readFileSync(page, "utf8");
    const {cells, problems} = readCells(pageCells(source, markdownReader));
    findings.push(...problems.map(({at, message}) => findingAt(page, source, at, message)));
    const name = relative(folders.pages, page);
    const path = join(folders.modules, name.replace(/\.md$/, ".ts"));
    const {text, offsetOnPage} = pageModule(cells, parametersOf(name));
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
    written.set(path, {page, source, text, offsetOnPage});
  }
  return {
    findings,
    onPage(path, line, column) {
      const module = written.get(path);
      const at = module?.offsetOnPage(offsetOf(module.text, line, column));
      return module && at != null ? findingAt(module.page, module.source, at, "") : null;
    }
  };
}

/** The pages of a folder, without those under links: src/lib and src/data are links to code. */
export function pagesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/](lib|data)[\\/]/.test(path))
    .sort();
}

/** The parameters in the name of a page: `session` of `[session]/units.md`. */
function parametersOf(name: string): string[] {
  return [...name.matchAll(/\[(\w+)\]/g)].map(([, parameter]) => parameter);
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}
