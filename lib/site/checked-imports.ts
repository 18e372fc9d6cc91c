import {parseJavaScript} from "@observablehq/framework/dist/javascript/parse.js";
import type {Page} from "@observablehq/framework/dist/loader.js";
import type MarkdownIt from "markdown-it";
import {parseSync} from "rolldown/utils";

/**
 * Has a cell fail that imports a name which its module does not export; for `markdownIt` of Framework's configuration. Framework asks
 * for modules when a cell runs, and gives `undefined` for such a name.
 */
export function checkImports(markdown: MarkdownIt): MarkdownIt {
  const render = markdown.renderer.rules.fence!;
  markdown.renderer.rules.fence = (tokens, index, options, page: Pick<Page, "code" | "params" | "path">, self) => {
    const before = page.code.length;
    const html = render(tokens, index, options, page, self);
    for (const cell of page.code.slice(before)) {
      const {input} = cell.node;
      const names = importedNames(input);
      if (names.length > 0) cell.node = parseJavaScript(`${input}\n${check(names)}`, page);
    }
    return html;
  };
  return markdown;
}

interface ImportedName {
  module: string;
  name: string;
  /** What the cell calls it. */
  local: string;
}

function importedNames(cell: string): ImportedName[] {
  return parseSync("cell.js", cell).module.staticImports.flatMap(({moduleRequest: {value: module}, entries}) =>
    entries.flatMap(({importName: {kind, name}, localName: {value: local}}) => {
      if (kind === "NamespaceObject") return [];
      return [{module, name: kind === "Default" ? "default" : name!, local}];
    })
  );
}

/** In the words of browsers, for modules that import each other. */
function check(names: readonly ImportedName[]): string {
  const list = names.map(({module, name, local}) => `[${JSON.stringify(module)}, ${JSON.stringify(name)}, ${local}]`);
  const words = `"The requested module '" + module + "' does not provide an export named '" + name + "'"`;
  return `for (const [module, name, value] of [${list.join(", ")}]) if (value === undefined) throw new SyntaxError(${words});`;
}
