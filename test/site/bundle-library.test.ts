import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {describe, expect, test} from "vitest";
import {bundleLibrary} from "../../lib/site/bundle-library.js";

const preload = (href: string) => `<link rel="modulepreload" href="${href}">\n`;

/** A built site as Framework leaves it: every module a file, with hashes in their names, and pages that preload them all. */
const site = mkdtempSync(join(tmpdir(), "site-"));
const files: Record<string, string> = {
  "_node/d3.js": "export const max = 1;",
  "_import/lib/index.aa.js": "export const session = 1;",
  "_import/components/table.bb.js": `import {row} from "./row.cc.js"; import {max} from "../../_node/d3.js"; export const table = () => [row, max];`,
  "_import/components/row.cc.js": `import {session} from "../lib/index.aa.js"; export const row = () => ["row", session];`,
  "_import/components/input.dd.js": `import {state} from "./state.ee.js"; export const input = () => state;`,
  "_import/components/choice.ff.js": `import {state} from "./state.ee.js"; export const choice = () => [state];`,
  "_import/components/state.ee.js": `export const state = new Map(); state.set("only", "once");`,
  "_import/components/ask.gg.js": `export const ask = () => new Worker(import.meta.resolve("./answer.hh.js"), {type: "module"});`,
  "_import/components/answer.hh.js": `import {session} from "../lib/index.aa.js"; self.onmessage = () => self.postMessage(session);`,
  "7/one.html": `${["table.bb", "row.cc", "input.dd", "state.ee", "ask.gg"].map((name) => preload(`../_import/components/${name}.js`)).join("")}${preload("../_node/d3.js")}<script>
const [{table}, {input}, {ask}] = await Promise.all([import("../_import/components/table.bb.js"), import("../_import/components/input.dd.js"), import("../_import/components/ask.gg.js")]);
</script>`,
  "two.html": `${preload("./_import/components/choice.ff.js")}<script>
const {choice} = await import("./_import/components/choice.ff.js");
</script>`
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(site, name)), {recursive: true});
  writeFileSync(join(site, name), text);
}
await bundleLibrary(site, "_import/components");
const read = (name: string) => readFileSync(join(site, name), "utf8");
const components = readdirSync(join(site, "_import/components"));
const holdersOf = (text: string) => components.filter((name) => read(`_import/components/${name}`).includes(text));
const preloadsOf = (page: string) => [...read(page).matchAll(/modulepreload" href="([^"]+)"/g)].map(([, href]) => href);

describe("the modules of a folder of a built site", () => {
  test("keep a file each where pages import them, with what only they need in it", () => {
    expect(components).toContain("table.bb.js");
    expect(components).not.toContain("row.cc.js");
    expect(read("_import/components/table.bb.js")).toContain("row");
  });

  test("find packages, and each other, where they are", () => {
    for (const name of components) {
      const path = join(site, "_import/components", name);
      const addresses = [...readFileSync(path, "utf8").matchAll(/"(\.[^"]*\.js)"/g)].map(([, address]) => address);
      for (const address of addresses)
        expect(existsSync(resolve(dirname(path), address)), `${name}: ${address}`).toBe(true);
    }
    expect(read("_import/components/table.bb.js")).toContain(`"../../_node/d3.js"`);
  });

  test("share what several need, which is there once", () => {
    expect(holdersOf("once")).toEqual([expect.stringMatching(/^shared\./)]);
  });

  test("keep a worker that one of them starts, under the name by which it does", () => {
    expect(read("_import/components/ask.gg.js")).toContain(`import.meta.resolve("./answer.hh.js")`);
    expect(read("_import/components/answer.hh.js")).toContain("postMessage");
  });
});

describe("a page", () => {
  test("preloads what it imports and what that needs, each once, and nothing that is gone", () => {
    const [shared] = holdersOf("once");
    const preloads = preloadsOf("7/one.html");
    expect(new Set(preloads).size).toBe(preloads.length);
    for (const href of preloads) expect(existsSync(resolve(site, "7", href)), href).toBe(true);
    const own = ["table.bb.js", "input.dd.js", "ask.gg.js", shared].map((name) => `../_import/components/${name}`);
    expect(preloads).toEqual(expect.arrayContaining([...own, "../_node/d3.js"]));
    expect(preloadsOf("two.html")).toContain(`./_import/components/${shared}`);
  });

  test("is otherwise as it was", () => {
    expect(read("two.html")).toContain(`const {choice} = await import("./_import/components/choice.ff.js");`);
  });
});
