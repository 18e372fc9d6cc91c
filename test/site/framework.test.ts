// What lib/site relies on inside Observable Framework, which no interface promises: when a new version differs, a test here says in a
// sentence what is different, and which file is to be looked at.
import {createHash} from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {type Config, normalizeConfig} from "@observablehq/framework/dist/config.js";
import {LoaderResolver} from "@observablehq/framework/dist/loader.js";
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest";
import {buildSite} from "../../lib/site/build-site.js";
import {bundlePages} from "../../lib/site/bundle-pages.js";
import {cellErrors} from "../../lib/site/cell-errors.js";
import {explainTerms, glossaryEntries} from "../../lib/site/explained-terms.js";
import {provideOfflineModules} from "../../lib/site/offline-modules.js";
import {surveyPages} from "../../lib/site/page-snapshots.js";
import {provideRoot} from "../../lib/site/site-root.js";

const files: Record<string, string> = {
  "lib/index.ts": `import {max} from "d3-array"; export const session = (): unknown[] => ["a session", max];`,
  "src/components/ask.ts": `export const ask = () => new Worker(import.meta.resolve("./answer.js"), {type: "module"});`,
  "src/components/answer.ts": `self.onmessage = () => self.postMessage("an answer");`,
  "src/components/tools.ts": `document.title = "tools";`,
  "src/[session]/units.md": `# Units

A unit.

## More

<aside class="note">A note</aside>

~~~js
import {session} from "../lib/index.js";
import {ask} from "../components/ask.js";
const units = FileAttachment(\`../data/\${observable.params.session}/units.txt\`);
const opened = openSession("units", "nothing");
~~~

~~~js
const const
~~~
`,
  "src/glossary.md": `# Glossary\n\n### Unit\n\nA neuron.\n\n### isiViolations, ISI violations\n\nSpikes.\n`,
  "src/index.md": "# Home",
  "data/[session]/units.txt.ts": "console.log(1);",
  "data/[session]/units.arrow.ts": "console.log(1);"
};

const started = process.cwd();
const {resolve: find} = createRequire(import.meta.url);
let project: string;
let config: Config;
let built: Config;
let html: string;
const asked: unknown[] = [];

beforeAll(async () => {
  project = realpathSync(mkdtempSync(join(tmpdir(), "framework-")));
  process.chdir(project);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(name), {recursive: true});
    writeFileSync(name, text.replaceAll("~~~", "```"));
  }
  symlinkSync("../lib", "src/lib");
  symlinkSync("../data", "src/data");
  symlinkSync(resolve(started, "node_modules"), "node_modules");
  mkdirSync("src/.observablehq/cache/data/5", {recursive: true});
  writeFileSync("src/.observablehq/cache/data/5/units.txt", "1");
  writeFileSync("src/.observablehq/cache/data/5/units.arrow", "1");
  await provideOfflineModules({root: "src", bare: ["d3-array"], npm: ["htl", "isoformat"]});
  const root = provideRoot("preview", ["lib"]);
  config = normalizeConfig({
    root,
    head: '<script type="module" src="/components/tools.js"></script>',
    globalStylesheets: [],
    search: true,
    markdownIt: explainTerms("src/glossary.md", "/glossary"),
    pages: [
      {name: "Units", path: "/5/units"},
      {name: "Glossary", path: "/glossary"}
    ]
  });
  vi.stubEnv("OBSERVABLE_TELEMETRY_DISABLE", "true"); // as lib/site/site-config.ts sets it
  vi.stubGlobal("fetch", async (...request: unknown[]) => {
    asked.push(request[0]);
    throw new Error("no network");
  });
  built = await bundlePages(config);
  await buildSite(built);
  html = readFileSync("dist/5/units.html", "utf8");
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  process.chdir(started);
  rmSync(project, {recursive: true});
});

test("has the version that lib/site was written for", () => {
  const {version} = JSON.parse(readFileSync(find("@observablehq/framework/package.json"), "utf8"));
  expect(version, "Another version of Framework: run the tests of this file, then say so here.").toBe("1.13.4");
});

test.each([
  ["config.js", ["normalizeConfig"]],
  ["build.js", ["build", "FileBuildEffects"]],
  ["loader.js", ["LoaderResolver"]],
  ["resolvers.js", ["getResolvers"]],
  ["path.js", ["isPathImport", "relativePath", "resolvePath"]],
  ["markdown.js", ["createMarkdownIt", "parseMarkdown"]],
  ["frontMatter.js", ["readFrontMatter"]],
  ["info.js", ["parseInfo"]],
  ["javascript/parse.js", ["parseJavaScript", "parseProgram"]],
  ["javascript/imports.js", ["findImports"]]
])("dist/%s exports what lib/site/framework.d.ts declares", async (name, exported) => {
  const module = await import(`@observablehq/framework/dist/${name}`);
  for (const each of exported)
    expect(typeof module[each], `Framework's dist/${name} has no ${each} any more.`).toBe("function");
});

test("the command that npm start runs is where it was", () => {
  const command = join(dirname(find("@observablehq/framework/package.json")), "dist/bin/observable.js");
  expect(existsSync(command), "Framework's command is elsewhere; see lib/commands/start.ts.").toBe(true);
});

describe("a build", () => {
  test("asks nobody, when its cache is filled as offline-modules.ts fills it", () => {
    expect(asked, "Framework asks the network; a package is missing in lib/site/offline-modules.ts.").toEqual([]);
  });

  test("has the pages that its loaders give, with cells that were changed", () => {
    expect(html, "Framework does not take pages from loaders.loadPage; see lib/site/build-loaders.ts.").toMatch(
      /import\("\.\.\/_import\/components\/page-session-units\.[0-9a-f]{8}\.js"\)/
    );
  });

  test("names a file after the beginning of its SHA-256, and registers it on its page", () => {
    const digest = createHash("sha256").update("1").digest("hex");
    const sentence = "Framework names or registers files differently; see snapshot-digests.ts and verified-files.ts.";
    expect(readdirSync("dist/_file/data/5"), sentence).toEqual([
      `units.${digest.slice(0, 8)}.arrow`,
      `units.${digest.slice(0, 8)}.txt`
    ]);
    expect(html, sentence).toContain(`id="snapshot-digests">["${digest}"]</script>`);
  });

  test("preloads the modules of a page", () => {
    expect(html, "Framework does not preload what a page imports: pages are slow without.").toMatch(
      /<link rel="modulepreload" href="\.\.\/_import\/components\/page-session-units\.[0-9a-f]{8}\.js">/
    );
  });

  test("preloads the snapshots that a page names, where there is a loader", () => {
    expect(
      html.match(/<link rel="preload" as="fetch"[^>]*>/g)?.map((link) => link.replace(/[0-9a-f]{8}/, "12345678")),
      "Framework does not say where the files are that a page's head names; see lib/site/bundle-pages.ts."
    ).toEqual(['<link rel="preload" as="fetch" crossorigin="" href="../_file/data/5/units.12345678.arrow">']);
  });

  test("follows import.meta.resolve in a module, by which workers are started", () => {
    const modules = readdirSync("dist/_import/components");
    const starter = modules
      .map((name) => readFileSync(`dist/_import/components/${name}`, "utf8"))
      .find((text) => text.includes("import.meta.resolve"));
    const [, worker] = /import\.meta\.resolve\("\.\/(answer\.[0-9a-f]{8}\.js)"\)/.exec(starter ?? "") ?? [];
    expect(modules, "Framework does not ship workers; see src/components/run-in-worker.ts.").toContain(worker);
  });

  test("ships packages from _node, by their versions", () => {
    expect(readdirSync("dist/_node"), "Framework resolves packages elsewhere; see offline-modules.ts.").toEqual([
      expect.stringMatching(/^d3-array@/)
    ]);
  });

  test.each([
    ["a language", '<html lang="en"'],
    ["a size that can be enlarged", 'content="width=device-width, initial-scale=1"'],
    ["a hidden box for the list of pages", 'aria-hidden="true" tabindex="-1"'],
    ["items only in the list of pages", /<li[^>]*><label id="observablehq-sidebar-close"/],
    ["a name of the list of pages", '<nav id="observablehq-sidebar" aria-label="Pages">'],
    ["a name of its contents", '<nav aria-label="On this page">'],
    ["a name of what leads to other pages", '<nav aria-label="Previous and next page">'],
    ["a name of the search", 'aria-label="Search"'],
    ["notes that are no landmarks", 'role="note"']
  ])("has pages with %s", (what, mark) => {
    const sentence = `Framework writes its pages differently: they lack ${what}; see lib/site/make-accessible.ts.`;
    if (typeof mark === "string") expect(html, sentence).toContain(mark);
    else expect(html, sentence).toMatch(mark);
  });
});

test("a cell that does not parse is marked in the page's body", async () => {
  const page = await built.loaders.loadPage("/5/units", {path: "/5/units"});
  const sentence = "Framework shows errors of cells in another way; see lib/site/cell-errors.ts.";
  expect(cellErrors(page.body), sentence).toEqual(["SyntaxError: Unexpected keyword 'const' (1:6)"]);
  expect((await surveyPages(built)).faults).toEqual([
    "src/[session]/units.md: a cell does not parse. SyntaxError: Unexpected keyword 'const' (1:6)"
  ]);
});

test("a page says which file it is written in", async () => {
  const {path} = await config.loaders.loadPage("/5/units", {...config, path: "/5/units"});
  expect(path, "Framework names a page's source differently; see bundle-pages.ts and page-snapshots.ts.").toBe(
    "[session]/units.md"
  );
});

test("loaders find what makes a file, with the parameters in its path, and where it is kept", () => {
  const resolver = new LoaderResolver({root: "src"});
  const loader = resolver.find("/data/5/units.txt");
  expect(loader?.path, "Framework finds loaders differently; see fresh-snapshots.ts.").toBe(
    "data/[session]/units.txt.ts"
  );
  expect(loader?.params).toEqual({session: "5"});
  expect(resolver.getOutputFilePath("/data/5/units.txt"), "Framework keeps snapshots elsewhere.").toBe(
    ".observablehq/cache/data/5/units.txt"
  );
});

test("a cell that fails, and one that waits for it, show the name of an error and its message", () => {
  const client = join(dirname(find("@observablehq/framework/package.json")), "dist/client/main.js");
  const sentence = "Framework shows errors of cells in another way; see src/components/cell-failures.ts.";
  expect(readFileSync(client, "utf8"), sentence).toContain("displayNode(root, inspectError(error))");
  const inspect = readFileSync(client.replace("main.js", "inspect.js"), "utf8");
  expect(inspect, sentence).toContain('node.classList.add("observablehq--error")');
});

test("the observer of a cell names the element that the cell stands in", () => {
  const client = join(dirname(find("@observablehq/framework/package.json")), "dist/client/main.js");
  const sentence = "Framework tells elsewhere where a cell stands; see src/components/follow-inputs.ts.";
  expect(readFileSync(client, "utf8"), sentence).toContain("main.variable({ _node: root.parentNode,");
});

test("headings have the anchors that links to the glossary name", () => {
  const glossary = readFileSync("dist/glossary.html", "utf8");
  for (const {id} of glossaryEntries(files["src/glossary.md"]))
    expect(glossary, "Framework makes other anchors; see lib/site/explained-terms.ts.").toContain(`id="${id}"`);
  expect(html, "Framework gives Markdown without its path; see lib/site/explained-terms.ts.").toContain('class="term"');
  expect(glossary).not.toContain('class="term"');
});
