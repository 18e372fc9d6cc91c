// How much code a reader of the pages does not see. A line of JavaScript is shown if it stands in a fence whose code the page
// shows (`echo`, or `run=false`), else hidden; a blank line is no line. Expressions in the text (`${…}`) are no lines of their own.
import {readFileSync} from "node:fs";
import {relative} from "node:path";
import {expect, test} from "vitest";
import {isShown, pageCells} from "../../lib/cells/index.js";
import {pagesIn} from "../../lib/commands/cells/page-modules.js";
import {markdownReader} from "../../lib/site/index.js";
import {printedTable} from "../printed-table.js";

const pages = pagesIn("src").map((path) => {
  const fences = pageCells(readFileSync(path, "utf8"), markdownReader).filter(({kind}) => kind === "fence");
  const lines = fences.flatMap((cell) => {
    const written = cell.source.split("\n").filter((line) => line.trim() !== "");
    return written.map(() => isShown(cell));
  });
  const shown = lines.filter((isShown) => isShown).length;
  const hidden = fences.filter((cell) => !isShown(cell)).flatMap((cell) => cell.source.split("\n"));
  const long = hidden.filter((line) => line.length > 200 && !line.startsWith("import "));
  return {page: relative("src", path), hidden: lines.length - shown, shown, long};
});
const total = (of: "hidden" | "shown") => pages.reduce((sum, page) => sum + page[of], 0);

console.log(
  printedTable(
    ["lines of JavaScript", "hidden", "shown"],
    [...pages.map(({page, hidden, shown}) => [page, hidden, shown]), ["all pages", total("hidden"), total("shown")]]
  )
);

test("no page hides more than 40 lines of its code", () => {
  expect(pages.filter(({hidden}) => hidden > 40).map(({page, hidden}) => `${page}: ${hidden}`)).toEqual([]);
});

test("all pages together hide no more than 600 lines", () => {
  expect(total("hidden")).toBeLessThanOrEqual(600);
});

test("no hidden line, but an import, has more than 200 characters", () => {
  expect(pages.flatMap(({page, long}) => long.map((line) => `${page}: ${line}`))).toEqual([]);
});
