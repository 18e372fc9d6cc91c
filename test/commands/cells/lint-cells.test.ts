// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pages are written as text
// What the linter says of the cells of pages, and where.
import {expect, test} from "vitest";
import {lintCells} from "../../../lib/commands/cells/lint-cells.js";
import {checkedPages} from "./checked-pages.js";

const page = (...fences: string[]) => fences.map((code) => `\`\`\`js\n${code}\n\`\`\`\n\n`).join("");

const said = checkedPages(lintCells, {
  "unused.md": page('import {a, b} from "./ab.js";', "const sum = 1, 𝒳 = a, other = 𝒳;\nfunction unused() {}", "sum"),
  "used.md": `${page("const inText = 1, inHtml = 2;\nconst within = 3;\ndisplay(within);")}\${inText}\n\n<p>\${inHtml}</p>\n`,
  "input.md": page("const input = view(element);\nconst element = null;", "const {a, ...rest} = input;", "a + rest"),
  "rules.md": page("let a = 1;\ndebugger;", "a")
});

test("a name and an import that no cell of the page uses are errors", () => {
  expect(said["unused.md"]).toEqual([
    "2:12 - error lint/correctness/noUnusedImports: Several of these imports are unused.",
    "6:24 - error lint/correctness/noUnusedVariables: This variable other is unused.",
    "7:10 - error lint/correctness/noUnusedVariables: This function unused is unused."
  ]);
});

test("a name is used in its own cell, in another, in text or in HTML", () => {
  expect(said["used.md"]).toBeUndefined();
});

test("rules hold in cells as in the project's other files", () => {
  expect(said["rules.md"]).toEqual([
    "2:1 - error lint/style/useConst: This let declares a variable that is only assigned once.",
    "3:1 - error lint/suspicious/noDebugger: This is an unexpected use of the debugger statement."
  ]);
});
