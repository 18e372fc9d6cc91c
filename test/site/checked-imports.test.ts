import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {expect, test} from "vitest";
import {checkImports} from "../../lib/site/checked-imports.js";

const importing = `import {raster as draw, image} from "../lib/plot/index.js";
import * as d3 from "d3";
import table from "./table.js";`;

const cellOf = (source: string) => {
  const md = checkImports(createMarkdownIt());
  return parseMarkdown(`\`\`\`js\n${source}\n\`\`\``, {md, path: "/5/units"}).code[0].node.input;
};

/** Runs a cell whose imports have given these values, as Framework does. */
function run(given: Record<string, unknown>): unknown {
  return new Function(...Object.keys(given), cellOf(importing).replace(/^import .*$/gm, ""))(...Object.values(given));
}

test("a cell whose imports are there does what it did", () => {
  expect(() => run({draw: 1, image: 0, d3: {}, table: null})).not.toThrow();
});

test.each([
  [{draw: undefined, image: 0, d3: {}, table: 1}, "'../lib/plot/index.js' does not provide an export named 'raster'"],
  [{draw: 1, image: undefined, d3: {}, table: 1}, "'../lib/plot/index.js' does not provide an export named 'image'"],
  [{draw: 1, image: 0, d3: {}, table: undefined}, "'./table.js' does not provide an export named 'default'"]
])("a cell that imports what is not there fails, and says its name: %j", (given, words) => {
  expect(() => run(given)).toThrow(new SyntaxError(`The requested module ${words}`));
});

test("a cell without imports is left as it is", () => {
  expect(cellOf("const x = 1;")).toBe("const x = 1;\n");
});
