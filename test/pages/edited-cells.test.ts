// Every quantity in a cell whose code is shown may be changed by a reader, and then nothing on the page may still speak of the
// old one. That is tried in a browser, for each of EDITED_CELLS (test/browser/edited-cells.browser.ts); here, that none is missing.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tokenizer} from "acorn";
import {expect, test} from "vitest";
import {type Cell, isShown, pageCells} from "../../lib/cells/index.js";
import {pagesIn} from "../../lib/commands/cells/page-modules.js";
import {markdownReader} from "../../lib/site/index.js";
import {EDITED_CELLS, UNSPOKEN} from "./edited-cells.js";

/** What is counted and converted with, unless it stands alone: `i + 1`, `/ 1000`, but not `= 1000`. */
const COUNTING = new Set(["0", "1", "2", "1000"]);

const shownCells = (page: string) => pageCells(readFileSync(page, "utf8"), markdownReader).filter(isShown);

/** The quantities in a cell, as they are written. */
function quantities({source}: Cell): string[] {
  const tokens = [...tokenizer(source, {ecmaVersion: 2022, sourceType: "module"})].map(({type, start, end}) => ({
    isNumber: type.label === "num",
    text: source.slice(start, end)
  }));
  const isAlone = (i: number) => tokens[i - 1]?.text === "=" && tokens[i + 1]?.text === ";";
  return tokens.flatMap(({isNumber, text}, i) => (isNumber && (!COUNTING.has(text) || isAlone(i)) ? [text] : []));
}

test("each quantity of a shown cell is changed in a browser, or is one of which the page does not speak", () => {
  const listed = [...EDITED_CELLS, ...UNSPOKEN];
  const missing = pagesIn("src").flatMap((path) =>
    shownCells(path).flatMap((cell) =>
      quantities(cell)
        .filter(
          (quantity) =>
            !listed.some(
              ({page, shown}) => join("src", page) === path && cell.source.includes(shown) && shown.includes(quantity)
            )
        )
        .map((quantity) => `${path}: ${quantity}`)
    )
  );
  expect(missing).toEqual([]);
});

test.each([...EDITED_CELLS, ...UNSPOKEN])("$page shows $shown in one cell", ({page, shown}) => {
  expect(shownCells(join("src", page)).filter(({source}) => source.includes(shown))).toHaveLength(1);
});
