import {isPathImport, resolvePath} from "@observablehq/framework/dist/path.js";
import {parseFragment} from "parse5";
import {parseSync} from "rolldown/utils";
import {attribute, elementsIn} from "./html-elements.js";

/** Where a module, or a cell, imports another, and what it takes of it. */
export interface SiteImport {
  /** Where the other's name stands in the text, with its quotation marks. */
  start: number;
  end: number;
  /** The other, by its path in the site, such as "/lib/index.js". */
  module: string;
  /** Names of exports; null for all of it. */
  names: string[] | null;
}

/** The modules of the site that a module imports, as far as their names are written out; in the order of the text. */
export function importsIn(text: string, path: string, file = "cell.js"): SiteImport[] {
  const {staticImports, staticExports, dynamicImports} = parseSync(file, text).module;
  const found: SiteImport[] = staticImports.map(({moduleRequest: {start, end, value}, entries}) => {
    const names = entries
      .filter(({isType}) => !isType)
      .map(({importName: {kind, name}}) => (kind === "Default" ? "default" : name));
    return {start, end, module: value, names: names.every((name) => name !== null) ? names : null};
  });
  for (const {moduleRequest, importName} of staticExports.flatMap(({entries}) => entries))
    if (moduleRequest) {
      const {start, end, value} = moduleRequest;
      found.push({start, end, module: value, names: importName.name === null ? null : [importName.name]});
    }
  for (const {
    moduleRequest: {start, end}
  } of dynamicImports)
    if (/^["']/.test(text.slice(start, end)))
      found.push({start, end, module: text.slice(start + 1, end - 1), names: null});
  return found
    .filter(({module}) => isPathImport(module))
    .map((each) => ({...each, module: resolvePath(path, each.module)}))
    .sort((a, b) => a.start - b.start);
}

/** The modules that a fragment of HTML starts. */
export function scriptsIn(html: string, path: string): string[] {
  return [...elementsIn(parseFragment(html))]
    .filter(({tagName}) => tagName === "script")
    .map((script) => attribute(script, "src") ?? "")
    .filter(isPathImport)
    .map((source) => resolvePath(path, source));
}
