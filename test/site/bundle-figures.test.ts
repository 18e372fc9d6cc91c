import {mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {describe, expect, test} from "vitest";
import {bundleFigures} from "../../lib/site/bundle-figures.js";

/** A built site as Framework leaves it: modules with hashes in their names, pages that import them. */
const site = mkdtempSync(join(tmpdir(), "site-"));
const files: Record<string, string> = {
  "_node/d3.js": "export const max = 1;",
  "_import/lib/plot/index.aa.js": `export {raster} from "./raster.bb.js"; export {image} from "./image.cc.js";`,
  "_import/lib/plot/raster.bb.js": `import {max} from "../../../_node/d3.js"; export const raster = () => ["raster", max];`,
  "_import/lib/plot/image.cc.js": `const palette = makePalette(); function makePalette() { return "image"; } export const image = () => palette;`,
  "_import/components/table.dd.js": `import {image} from "../lib/plot/index.aa.js";\nexport const table = image;`,
  "7/one.html": `<link rel="modulepreload" href="../_import/lib/plot/index.aa.js">
<link rel="modulepreload" href="../_import/components/table.dd.js">
<script>
const [d3, {raster: draw}, {table}] = await Promise.all([import("../_node/d3.js"), import("../_import/lib/plot/index.aa.js"), import("../_import/components/table.dd.js")]);
</script>`,
  "two.html": `<script>
const {image} = await import("./_import/lib/plot/index.aa.js");
</script>`,
  "twice.html": `<script>
const {image} = await import("./_import/lib/plot/index.aa.js");
const {raster} = await import("./_import/lib/plot/index.aa.js");
</script>`,
  "all.html": `<script>
const plot = await import("./_import/lib/plot/index.aa.js");
</script>`
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(site, name)), {recursive: true});
  writeFileSync(join(site, name), text);
}
await bundleFigures(site);
const read = (name: string) => readFileSync(join(site, name), "utf8");
const fileIn = (text: string) => /figures\/(\w+\.js)/.exec(text)![1];

describe("a page", () => {
  test("loads the figures that it names, and not the others", () => {
    const figures = read(`_import/figures/${fileIn(read("7/one.html"))}`);
    expect(figures).toContain("raster");
    expect(figures).not.toContain("image");
  });

  test("imports packages from where they are", () => {
    expect(read(`_import/figures/${fileIn(read("7/one.html"))}`)).toContain(`"../../_node/d3.js"`);
  });

  test("preloads its own, and what its components take", () => {
    const preloads = [...read("7/one.html").matchAll(/modulepreload" href="([^"]+)"/g)].map(([, href]) => href);
    expect(preloads).toEqual([
      `../_import/figures/${fileIn(read("7/one.html"))}`,
      "../_import/components/table.dd.js",
      `../_import/figures/${fileIn(read("_import/components/table.dd.js"))}`
    ]);
  });

  test("loads one file with all that its cells name", () => {
    const figures = read(`_import/figures/${fileIn(read("twice.html"))}`);
    expect(figures).toMatch(/export\{.* as image,.* as raster\}/);
    expect(read("twice.html")).not.toContain("lib/plot");
  });

  test("that takes all of them keeps the door", () => {
    expect(read("all.html")).toBe(files["all.html"]);
  });
});

test("who names the same figures shares one file", () => {
  expect(fileIn(read("two.html"))).toBe(fileIn(read("_import/components/table.dd.js")));
  expect(readdirSync(join(site, "_import/figures"))).toHaveLength(3);
});

test("what is loaded does what it did", async () => {
  const {image} = (await import(join(site, "_import/figures", fileIn(read("two.html"))))) as {image(): string};
  expect(image()).toBe("image");
});
