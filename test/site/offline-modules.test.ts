import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {build} from "esbuild";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type OfflineModules, provideOfflineModules} from "../../lib/site/offline-modules.js";

let cache: string;
let modules: OfflineModules;
let bundled: boolean;

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), "offline-modules-"));
  cache = join(root, ".observablehq", "cache");
  modules = {
    root,
    bare: ["d3", "@observablehq/plot", "arquero", "@uwdata/flechette"],
    npm: ["htl", "isoformat"],
    without: {d3: ["d3-brush"]}
  };
  bundled = await provideOfflineModules(modules);
});
afterAll(() => rmSync(modules.root, {recursive: true}));

describe("the modules that pages import by name", () => {
  test("are one file for each package, at its installed version", () => {
    expect(bundled).toBe(true);
    expect(files("_node")).toEqual([
      expect.stringMatching(/^@observablehq\/plot@[\d.]+\/index\.js$/),
      expect.stringMatching(/^@uwdata\/flechette@[\d.]+\/index\.js$/),
      expect.stringMatching(/^arquero@[\d.]+\/index\.js$/),
      expect.stringMatching(/^d3@[\d.]+\/index\.js$/)
    ]);
  });

  test("import each other's files and nothing else: no package by name, nothing of Node", async () => {
    for (const file of files("_node"))
      for (const name of await imports("_node", file))
        expect(name).toMatch(/^(\.\.\/)+(@uwdata\/)?(d3|flechette)@[\d.]+\/index\.js$/);
    const arquero = files("_node").find((file) => file.startsWith("arquero"))!;
    expect(await imports("_node", arquero)).toEqual([expect.stringContaining("@uwdata/flechette")]);
  });

  test("lack what the site does not ship, and have the rest", async () => {
    const d3 = (await import(join(cache, "_node", files("_node").find((file) => file.startsWith("d3"))!))) as object;
    expect(d3).not.toHaveProperty("brush");
    expect(d3).toHaveProperty("zoom");
    expect(d3).toHaveProperty("scaleLinear");
  });
});

test("the modules behind implicit names stand where Framework looks for them", () => {
  expect(files("_npm")).toEqual([
    expect.stringMatching(/^apache-arrow@[\d.]+\/_esm\.js$/),
    expect.stringMatching(/^htl@[\d.]+\/_esm\.js$/),
    expect.stringMatching(/^isoformat@[\d.]+\/_esm\.js$/)
  ]);
});

test("a page that names an Arrow file needs no other library; one that calls it is told what to call instead", async () => {
  const arrow = (await import(join(cache, "_npm", files("_npm")[0]))) as {tableFromIPC(): void};
  expect(() => arrow.tableFromIPC()).toThrow(/fromSnapshot/);
});

test("nothing is bundled again when nothing changed, and everything when another part is left out", async () => {
  expect(await provideOfflineModules(modules)).toBe(false);
  expect(await provideOfflineModules({...modules, bare: ["d3"], without: {d3: ["d3-zoom"]}})).toBe(true);
});

function files(kind: string): string[] {
  return readdirSync(join(cache, kind), {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".js"))
    .sort();
}

async function imports(kind: string, file: string): Promise<string[]> {
  const {metafile} = await build({
    entryPoints: [join(cache, kind, file)],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    external: ["../*"]
  });
  return [...new Set(Object.values(metafile.inputs).flatMap((input) => input.imports.map(({path}) => path)))];
}
