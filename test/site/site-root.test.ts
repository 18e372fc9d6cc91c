import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {provideRoot, watchRoot} from "../../lib/site/site-root.js";

const started = process.cwd();
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "root-"));
  process.chdir(project);
  for (const name of ["index.md", "[session]/units.md", "lib/index.ts", ".observablehq/cache/data/units.arrow"])
    write(`src/${name}`, name);
});
afterEach(() => {
  process.chdir(started);
  rmSync(project, {recursive: true});
});

test("Framework is shown the pages, and not what stands for something else", () => {
  const root = provideRoot("preview", ["lib"]);
  expect(readdirSync(root).sort()).toEqual([".observablehq", "[session]", "index.md"]);
  expect(readFileSync(join(root, "[session]/units.md"), "utf8")).toBe("[session]/units.md");
});

test("it finds the snapshots that were made", () => {
  const root = provideRoot("preview", ["lib"]);
  expect(existsSync(join(root, ".observablehq/cache/data/units.arrow"))).toBe(true);
});

test("a page that goes is not shown any more, and what stands there instead of something stays", () => {
  const root = provideRoot("preview", ["lib"]);
  write(join(root, "lib/index.js"), "bundled");
  rmSync("src/[session]", {recursive: true});
  provideRoot("preview", ["lib"]);
  expect(readdirSync(root).sort()).toEqual([".observablehq", "index.md", "lib"]);
  expect(readFileSync(join(root, "lib/index.js"), "utf8")).toBe("bundled");
  expect(readFileSync("src/lib/index.ts", "utf8")).toBe("lib/index.ts");
});

test("in a preview a page that is added is shown", async () => {
  const root = provideRoot("preview", ["lib"]);
  watchRoot("preview", ["lib"]);
  write("src/[session]/spikes.md", "spikes");
  await vi.waitFor(() => expect(existsSync(join(root, "[session]/spikes.md"))).toBe(true), {timeout: 10_000});
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}
