import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {type Config, normalizeConfig} from "@observablehq/framework/dist/config.js";
import type {Page} from "@observablehq/framework/dist/loader.js";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {bundlePages} from "../../lib/site/bundle-pages.js";
import {provideRoot} from "../../lib/site/site-root.js";

const files: Record<string, string> = {
  "lib/plot/index.ts": `export {raster} from "./raster.js"; export {image} from "./image.js";`,
  "lib/plot/raster.ts": `import {max} from "d3"; export const raster = (): unknown[] => ["a raster", max];`,
  "lib/plot/image.ts": `export const image = (): string => "an image";`,
  "lib/session/index.ts": `export const session = (): string => "a session"; export const unit = (): string => "a unit";`,
  "lib/words/index.ts": `export const area = (): string => "an area"; export const layer = (): string => "a layer";`,
  "lib/files/index.ts": `export const read = async () => (await import("./node/disk.js")).disk;`,
  "lib/files/node/disk.ts": `import {readFileSync} from "node:fs"; export const disk = readFileSync;`,
  "src/components/table.ts": `import {state} from "./state.js"; export const table = () => state;`,
  "src/components/choice.ts": `import {state} from "./state.js"; export const choice = () => [state];`,
  "src/components/state.ts": `export const state = new Map(); state.set("only", "once");`,
  "src/components/tools.ts": `import {state} from "./state.js"; state.set("tools", "loaded");`,
  "src/components/ask.ts": `export const ask = () => new Worker(import.meta.resolve("./answer.js"), {type: "module"});`,
  "src/components/answer.ts": `import {unit} from "../lib/session/index.js"; self.onmessage = () => self.postMessage(unit());`,
  "src/[session]/files.ts": `import {session} from "../lib/session/index.js"; export const open = (): string => session();`,
  "src/[session]/units.md": `# Units

~~~js
import {raster as draw} from "../lib/plot/index.js";
import {table} from "../components/table.js";
import {open} from "./files.js";
import {area} from "../lib/words/index.js";
~~~

~~~js echo
import {ask} from "../components/ask.js";
draw(table(), open(), ask(), area());
~~~
`,
  "src/index.md": `# Home

~~~js
import {image} from "./lib/plot/index.js";
import {choice} from "./components/choice.js";
import {read} from "./lib/files/index.js";
~~~

~~~js
const figures = await import("./lib/plot/index.js");
~~~
`,
  "src/other.md": "# No cells",
  "src/old.md": `~~~js
import * as plot from "./lib/plot/index.js";
import "./components/tools.js";
import {nothing} from "./lib/nothing.js";
~~~`
};

const started = process.cwd();
let project: string;
let config: Config;
let built: Config;
const pages = new Map<string, Page>();

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "pages-"));
  process.chdir(project);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(name), {recursive: true});
    writeFileSync(name, text.replaceAll("~~~", "```"));
  }
  const head = '<script type="module" src="/components/tools.js"></script>';
  config = normalizeConfig({root: provideRoot("preview", ["lib"]), head, dynamicPaths: ["/5/units", "/6/units"]});
  // As lib/ is to src/lib, by which the project's own pages are typed.
  symlinkSync("../lib", "src/lib");
  built = await bundlePages(config);
  for await (const path of built.paths()) pages.set(path, await built.loaders.loadPage(path, {path}));
});
afterAll(() => {
  process.chdir(started);
  rmSync(project, {recursive: true});
});

const read = (name: string) => readFileSync(join(built.root, name), "utf8");
const modules = () => readdirSync(join(built.root, "components"));
const holding = (text: string) => modules().filter((name) => read(`components/${name}`).includes(text));
const cellsOf = (path: string) =>
  pages
    .get(path)!
    .code.map(({node}) => node.input)
    .join("\n");

describe("a page of a build", () => {
  test("imports what it names from a module of its own, under the same names", () => {
    expect(cellsOf("/5/units")).toContain('import {raster as draw} from "../components/page-session-units.js";');
    expect(cellsOf("/5/units")).toContain('import {table} from "../components/page-session-units.js";');
    expect(cellsOf("/index")).toContain('import {image} from "./components/page-index.js";');
  });

  test("has the same module for every session", () => {
    expect(cellsOf("/6/units")).toBe(cellsOf("/5/units"));
  });

  test("shows a reader what its author wrote", () => {
    expect(pages.get("/5/units")!.body).toContain("../components/ask.js");
  });

  test("gets of a door what it names, and not the rest", () => {
    expect(holding("an area")).not.toEqual([]);
    expect(holding("a layer")).toEqual([]);
  });

  test("asks for packages as the library does", () => {
    expect(read(`components/${holding("a raster")[0]}`)).toMatch(/from ?["'`]d3["'`]/);
  });

  test("has what it imports as a whole, or for what it does, at its own address", () => {
    expect(cellsOf("/index")).toContain('import("./lib/plot/index.js")');
    expect(cellsOf("/old")).toContain('import * as plot from "./lib/plot/index.js"');
    expect(cellsOf("/old")).toContain('import "./components/tools.js"');
    expect(read("lib/plot/index.js")).toContain("image");
    expect(modules()).toContain("tools.js");
  });

  test("keeps the import of a module that is not there, for whoever says so", () => {
    expect(cellsOf("/old")).toContain('import {nothing} from "./lib/nothing.js"');
  });
});

test("a module beside the pages finds a door where it was, with what it names", () => {
  expect(read("lib/session/index.js")).toContain("session");
  expect(read("lib/session/index.js")).not.toContain("a unit");
});

test("what has a state is there once, whoever uses it", () => {
  expect(holding('"only"').concat(holding("`only`"))).toHaveLength(1);
});

test("a worker stands where the module looks for it that starts it", () => {
  const [starter] = holding("import.meta.resolve");
  expect(read(`components/${starter}`)).toMatch(/import\.meta\.resolve\(["'`]\.\/answer\.js["'`]\)/);
  expect(modules()).toContain("answer.js");
  expect(read("components/answer.js")).toContain("a unit");
});

test("what runs in Node only is left out", () => {
  expect(holding("node:fs")).toEqual([]);
});

test("what no page takes any more goes", async () => {
  const page = files["src/index.md"].replaceAll("~~~", "```");
  writeFileSync("src/index.md", page.replace('import {choice} from "./components/choice.js";', ""));
  writeFileSync("src/other.md", '```js\nimport {unit} from "./lib/session/index.js";\n```');
  await bundlePages(config);
  expect(holding("a unit")).not.toEqual(["answer.js"]);
  writeFileSync("src/other.md", "# No cells");
  await bundlePages(config);
  expect(holding("a unit")).toEqual(["answer.js"]);
});

test("a name that a door does not have fails the build, and says where", async () => {
  writeFileSync("src/other.md", '```js\nimport {spikes} from "./lib/session/index.js";\n```');
  const said = await bundlePages(config).then(() => "", String);
  expect(said).toContain("spikes");
  expect(said).toContain("page-other");
});
