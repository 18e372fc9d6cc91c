// What docs/how-to.md gives to whoever adds a page, or a figure of their own, can be pasted and works.
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {pageCells, readCells} from "../../lib/cells/index.js";
import {STANDARD_NAMES} from "../../lib/cells/standard-names.js";
import {markdownReader} from "../../lib/site/index.js";

const guide = readFileSync("docs/how-to.md", "utf8");

/** Names that the cells of a page use and nobody gives, and what else is wrong with them. */
function faultsOf(page: string): string[] {
  const {cells, problems} = readCells(pageCells(page, markdownReader));
  const given = new Set(cells.flatMap(({declarations}) => declarations.map(({name}) => name)));
  const missing = cells
    .flatMap(({references}) => references.map(({name}) => name))
    .filter((name) => !given.has(name) && !STANDARD_NAMES.has(name) && !(name in globalThis));
  return [...problems.map(({message}) => message), ...missing];
}

describe("the guide", () => {
  const [, page] = /^````md\n([\s\S]*?)^````$/m.exec(guide)!;
  const [, figure] = /`src\/\[session\]\/units\.md`[\s\S]*?(^```js\n[\s\S]*?^```$)/m.exec(guide)!;

  it("has a small page whose cells give each other all they use", () => {
    expect(page).toContain("openSession(");
    expect(faultsOf(page)).toEqual([]);
  });

  it("has a figure that runs on the page on units as it is", () => {
    expect(figure).toContain("Plot.dot(");
    const units = readFileSync("src/[session]/units.md", "utf8");
    expect(faultsOf(`${units}\n${figure}\n`)).toEqual(faultsOf(units));
  });
});
