import {expect, test} from "vitest";
import {pageCells, readCells} from "../../lib/cells/index.js";
import {markdownReader} from "../../lib/site/markdown-reader.js";

/** The problems of cells, each as what stands at its place, and what is said. */
function problemsOf(...sources: string[]): [string, string][] {
  const page = sources.map((source) => `\`\`\`js\n${source}\n\`\`\`\n`).join("\n");
  return readCells(pageCells(page, markdownReader)).problems.map(({at, message}) => [
    page.slice(at).split("\n")[0],
    message
  ]);
}

test("cells that use each other's names in any order have no problem", () => {
  expect(problemsOf("const b = a + 1", "const a = 1; const f = () => f()", "b + a")).toEqual([]);
});

test("a name that two cells declare is a problem of the second", () => {
  expect(problemsOf("const a = 1", "const b = 1,\na = 2")).toEqual([["a = 2", "another cell declares a, too"]]);
});

test("cells that need each other are a circle, which is said once, where it closes", () => {
  expect(problemsOf("const a = b", "const b = c + b1, b1 = 1", "const c =\n  a", "a + b + c")).toEqual([
    ["a", "a circle of cells: b needs c needs a needs b"]
  ]);
});

test("two circles are two problems", () => {
  expect(problemsOf("const a = b", "const b = a", "const c = d", "const d = c")).toHaveLength(2);
});

test("an error of syntax is a problem at its own place", () => {
  expect(problemsOf("1", "const a = ;")).toEqual([[";", "Unexpected token"]]);
});

test("a cell that is not run gives no names, and may be anything", () => {
  const page = "```js run=false\nconst a = ;\n```\n\n```js\nconst a = 1;\n```\n";
  expect(readCells(pageCells(page, markdownReader)).problems).toEqual([]);
});
