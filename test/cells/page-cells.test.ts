// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pages are written as text
// Cells found on a page, each with the place of its every line.
import {readFileSync} from "node:fs";
import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, test} from "vitest";
import {isRun} from "../../lib/cells/cell.js";
import {type Cell, isShown, offsetOnPage, pageCells} from "../../lib/cells/index.js";
import {pagesIn} from "../../lib/commands/cells/page-modules.js";
import {markdownReader} from "../../lib/site/markdown-reader.js";

const cellsOf = (page: string) => pageCells(page, markdownReader);

/** What stands on the page where the lines of a cell are said to be. */
function standing(page: string, {source, lines}: Cell): string {
  return source
    .split("\n")
    .map((line, i) => page.slice(lines[i], lines[i] + line.length))
    .join("\n");
}

describe.each(pagesIn("src"))("%s", (path) => {
  const page = readFileSync(path, "utf8");

  test("has the cells that Framework runs, in its order", () => {
    const options = {md: createMarkdownIt(), path: path.slice("src".length), params: {session: "1"}};
    const run = parseMarkdown(page, options).code.map(({node}) => node.input);
    expect(
      cellsOf(page)
        .filter(isRun)
        .map(({source}) => source.trim())
    ).toEqual(run.map((source) => source.trim()));
  });

  test("has each cell where it is said to stand", () => {
    for (const cell of cellsOf(page)) expect(standing(page, cell)).toBe(cell.source);
  });
});

test("a fence is a cell if it is JavaScript, and says whether it is run and shown", () => {
  const page =
    "```js echo\n1\n```\n\n```js\n2\n```\n\n```js run=false\n3\n```\n\n```js echo=false\n4\n```\n\n```py\n5\n```\n";
  const cells = cellsOf(page).map((cell) => [cell.source, isRun(cell), isShown(cell)]);
  expect(cells).toEqual([
    ["1", true, true],
    ["2", true, false],
    ["3", false, true],
    ["4", true, false]
  ]);
});

test("expressions are found in text, HTML, tables and headings, but not in code or comments", () => {
  const page = [
    "# Title ${a}",
    "",
    "Code `${b}`, then ${b}, and \\${escaped}.",
    "",
    '<div class="${c}"><!-- ${d} --><p>${d}</p></div>',
    "",
    "| ${e} | ${e} |",
    "|---|---|",
    "| ${f} | ${e} |",
    ""
  ].join("\n");
  const cells = cellsOf(page);
  expect(cells.map(({source}) => source)).toEqual(["a", "b", "d", "e", "e", "f", "e"]);
  const places = cells
    .map(({lines}) => page.slice(0, lines[0]).split("\n"))
    .map((before) => [before.length, before.at(-1)?.length]);
  expect(places).toEqual([
    [1, 10],
    [3, 20],
    [5, 36],
    [7, 4],
    [7, 11],
    [9, 4],
    [9, 11]
  ]);
});

test("a fence in a list, and an expression over several lines of a quotation, stand where they stand", () => {
  const page =
    "1. first\n\n   ```js\n   const a = 1;\n     const b = 2;\n   ```\n\n> Of ${[\n>   1,\n> 2].length} numbers\n";
  const [fence, expression] = cellsOf(page);
  expect(fence.source).toBe("const a = 1;\n  const b = 2;");
  expect(standing(page, fence)).toBe(fence.source);
  expect(offsetOnPage(fence, fence.source.indexOf("b"))).toBe(page.indexOf("b = 2"));
  expect(standing(page, expression)).toBe(expression.source);
  expect(offsetOnPage(expression, expression.source.indexOf("2"))).toBe(page.indexOf("2]"));
});

test("front matter is counted", () => {
  const page = "---\ntitle: Title\n---\n\nThe ${answer}.\n";
  expect(cellsOf(page)[0].lines).toEqual([page.indexOf("answer")]);
});
