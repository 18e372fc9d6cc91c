// The library as others get it: packed by npm, in a folder with nothing else.
import {execFileSync, spawnSync} from "node:child_process";
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {libraryDoors} from "../../lib/commands/library-doors.js";
import {TSC} from "../../lib/commands/tsc.js";
import {EcephysSession} from "../../lib/index.js";
import {goldenSessions} from "../parity/golden.js";
import {installLibrary, type UserProject} from "./install-library.js";

const [mini] = goldenSessions;
let project: UserProject;

beforeAll(() => {
  project = installLibrary();
});
afterAll(() => project?.remove());

/** Runs a module in the project, with Node alone. */
function run(text: string, ...given: string[]): unknown {
  writeFileSync(join(project.folder, "script.mjs"), text);
  return JSON.parse(execFileSync(process.execPath, ["script.mjs", ...given], {cwd: project.folder, encoding: "utf8"}));
}

/** What the compiler says of a program in the project and of the library's types; other packages have errors of their own. */
function check(text: string): string {
  writeFileSync(join(project.folder, "program.mts"), text);
  const settings = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--types", "", "program.mts"];
  const {stdout} = spawnSync(process.execPath, [TSC, ...settings], {cwd: project.folder, encoding: "utf8"});
  const lines = stdout.split("\n").filter((line) => /^(program\.mts|node_modules\/neuropixels-notebook)/.test(line));
  return lines.join("\n");
}

test("holds the built library, what it says of itself, and nothing else", () => {
  const others = project.packed.filter((path) => !/^library\/.*\.(d\.ts|js|mjs)$/.test(path));
  expect(others.sort()).toEqual(["LICENSE", "README.md", "package.json"]);
});

test("opens a session in Node, and finds in it what the notebook finds", async () => {
  const session = await EcephysSession.fromNwb(mini.nwb, {onWarning() {}});
  const trains = await session.spikeTimes();
  const found = run(
    `import {EcephysSession} from "neuropixels-notebook";
    const session = await EcephysSession.fromNwb(process.argv[2], {onWarning() {}});
    const trains = await session.spikeTimes();
    console.log(JSON.stringify(Array.from(trains, ([id, times]) => [id, Array.from(times)])));`,
    resolve(mini.nwb)
  );
  expect(found).toEqual(Array.from(trains, ([id, times]) => [id, Array.from(times)]));
});

describe.each(libraryDoors())("$name", ({name, source}) => {
  test("says at its head what it is and how it is imported, for the reference", () => {
    expect(readFileSync(source, "utf8")).toMatch(
      new RegExp(`^/\\*\\*\\n \\* [A-Z][\\s\\S]*? \\* @module ${name}\\n \\*/`)
    );
  });

  test("gives in Node what the library's own door gives", async () => {
    const found = run(`console.log(JSON.stringify(Object.keys(await import("${name}")).sort()));`);
    expect(found).toEqual(Object.keys(await import(/* @vite-ignore */ `../../${source}`)).sort());
    expect(found).not.toEqual([]);
  });
});

test("gives no module by another way than its doors", () => {
  const asked = `import("neuropixels-notebook/library/nwb/nwb-file.js").catch(({code}) => console.log(JSON.stringify(code)));`;
  expect(run(asked)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
});

test("brings its types: a right program has no errors, a wrong one has its own", () => {
  const imports = libraryDoors().map(({name}, i) => `export * as door${i} from "${name}";`);
  const right = `${imports.join("\n")}
    import {EcephysSession, linspace, type DataArray} from "neuropixels-notebook";
    import {type PsthChartOptions} from "neuropixels-notebook/plot";
    const session = await EcephysSession.fromNwb("session.nwb");
    export const counts: DataArray = await session.presentationwiseSpikeCounts(linspace(-0.01, 0.4, 200), [1], [2]);
    export const options: PsthChartOptions["width"] = 640;`;
  expect(check(right)).toBe("");
  const wrong = `import {EcephysSession} from "neuropixels-notebook";
    const session = await EcephysSession.fromNwb("session.nwb");
    export const units: number = await session.units();`;
  expect(check(wrong)).toMatch(/^program\.mts\(3,18\): error TS2322: Type 'ColumnTable'[^\n]*$/);
});

test("every door stands in the page that says how to use the library", () => {
  const page = readFileSync("docs/library.md", "utf8");
  const doors = (JSON.parse(readFileSync("package.json", "utf8")) as {exports: object}).exports;
  for (const door of Object.keys(doors))
    expect(page).toContain(door === "." ? "`neuropixels-notebook`" : `…${door.slice(1).replace("*", "tuning")}\``);
});

test("where to clone from stands in one place, which the pages point to", () => {
  const texts = [
    "README.md",
    "CONTRIBUTING.md",
    "src/index.md",
    ...readdirSync("docs").map((name) => join("docs", name))
  ]
    .filter((path) => path.endsWith(".md"))
    .map((path) => readFileSync(path, "utf8"));
  expect(texts.join("\n").match(/git clone \S+/g)).toEqual(["git clone REPOSITORY"]);
});

test("README names the command that runs a script, as the page on the library does", () => {
  const [, command] = /\n(node --import \S+ flashes\.ts)\n/.exec(readFileSync("docs/library.md", "utf8"))!;
  expect(readFileSync("README.md", "utf8")).toContain(command);
});

test("a script in this repository runs as that page says", () => {
  const [, script] = /```ts\n\/\/ flashes\.ts\n([\s\S]*?)```/.exec(readFileSync("docs/library.md", "utf8"))!;
  const [, command] = /\nnode (--import \S+) flashes\.ts\n/.exec(readFileSync("docs/library.md", "utf8"))!;
  const path = join(project.folder, "flashes.ts");
  const here = script
    .replace("./lib/index.js", resolve("lib/index.ts"))
    .replace("session_756029989.nwb", resolve(mini.nwb));
  writeFileSync(path, here);
  expect(execFileSync(process.execPath, [...command.split(" "), path], {encoding: "utf8"})).toMatch(/^\d+ units\n$/);
});
