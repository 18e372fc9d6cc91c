import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {afterAll, beforeAll, expect, test, vi} from "vitest";

/** A project with this one's machinery, two sessions, one loader, a page of its sessions and three others. */
let project: string;

const command = ["--import", "./lib/site/typescript.mjs", "lib/commands/build.ts"];
const loader = "data-loaders/[session]/units.arrow.ts";
const makesUnits = `import {readFileSync} from "node:fs";
import {snapshotLoader} from "../../lib/project/loader.js";
await snapshotLoader(({nwb}) => readFileSync(nwb));
`;
const home = `# Home

\`\`\`js
import * as Plot from "@observablehq/plot";
import {table} from "arquero";
import {rate} from "./lib/demo/rate.js";
const units = await FileAttachment("data/first/units.arrow").arrayBuffer();
\`\`\`
`;
const units = `# Units

\`\`\`js
FileAttachment(\`../data/\${observable.params.session}/units.arrow\`).text()
\`\`\`
`;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "site-"));
  for (const name of ["lib", "observablehq.config.ts", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(name, join(project, name), {recursive: true});
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  // Of the library, one room is enough to see that its reference is there.
  const described = JSON.parse(readFileSync("package.json", "utf8"));
  write("package.json", JSON.stringify({...described, exports: {".": "./library/words/index.js"}}));
  const compiler = JSON.parse(readFileSync("tsconfig.library.json", "utf8"));
  write("tsconfig.library.json", JSON.stringify({...compiler, include: ["lib/words/index.ts"]}));
  cpSync("typedoc.json", join(project, "typedoc.json"));
  write("docs/library.md", "# The library");
  write(loader, makesUnits);
  write("src/index.md", home);
  write("src/[session]/units.md", units);
  write("src/project.md", "# The dataset");
  write("src/glossary.md", "# Glossary");
  write("src/components/reader-tools.ts", "export {};");
  cpSync("src/components/without-code.ts", join(project, "src/components/without-code.ts"));
  write("src/favicon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write("lib/demo/rate.ts", 'import {clock} from "./clock.js"; export const rate = () => clock / 2;');
  write(
    "lib/demo/clock.ts",
    'import {table} from "arquero"; export const clock = table({rate: [30_000]}).get("rate", 0);'
  );
  symlinkSync("../lib", join(project, "src/lib"));
  symlinkSync("../data-loaders", join(project, "src/data"));
  for (const id of [5, 6]) write(`sessions/session_${id}/session_${id}.nwb`, `spikes of ${id}`);
});
afterAll(() => rmSync(project, {recursive: true}));

vi.setConfig({testTimeout: 120_000}); // each test is a build or two, beside other tests on a machine of two cores

// One project, built again and again: each test begins with what the last one left.

test("a first build makes every snapshot and every page, of every session", () => {
  const {output, status} = build();
  expect(output).toContain("built 5 pages");
  expect(output).toContain("3 snapshots were made");
  expect(status).toBe(0);
  expect(filesIn("dist")).toEqual(
    expect.arrayContaining(["5/units.html", "6/units.html", "index.html", "reference/index.html"])
  );
});

test("a page asks for the library in one file, which shares its packages with the page", () => {
  const library = filesIn("dist").filter((name) => /^_import\/components\/page-.*\.js$/.test(name));
  expect(library).toEqual([expect.stringMatching(/^_import\/components\/page-index\.\w+\.js$/)]);
  const page = readFileSync(join(project, "dist/index.html"), "utf8");
  const bundle = readFileSync(join(project, "dist", library[0]), "utf8");
  const arquero = /_node\/arquero[^"]*/.exec(page)?.[0];
  expect(bundle).toContain(`"../../${arquero}"`);
  expect(page).not.toContain("clock");
});

test("a second build finds that nothing has changed, and leaves the site as it is", () => {
  const before = listing();
  const {output, status} = build();
  expect(output).toContain("nothing that it is built of has changed");
  expect(status).toBe(0);
  expect(listing()).toEqual(before);
});

test("a site that was touched since is built again, of the same snapshots", () => {
  write("dist/index.html", "touched");
  expect(build().output).toContain("built 5 pages in dist/");
  expect(readFileSync(join(project, "dist/index.html"), "utf8")).not.toBe("touched");
});

test("a build in the background goes on when the shell that started it has gone", async () => {
  write("dist/index.html", "touched");
  const env = {...process.env, SESSIONS: "sessions", npm_lifecycle_event: "build", npm_lifecycle_script: "./all.sh"};
  const script = '"$0" "$@" & sleep 2'; // as a build script of someone else's may do
  const shell = spawn("sh", ["-c", script, process.execPath, ...command], {cwd: project, env});
  let output = "";
  shell.stdout.on("data", (chunk) => (output += chunk));
  await once(shell, "close"); // the build was the last to have its output
  expect(output).toContain("built 5 pages");
});

test("a changed session file gives new snapshots of that session", () => {
  write("sessions/session_6/session_6.nwb", "other spikes of 6");
  expect(build().output).toContain("1 snapshots were made");
  const snapshot = filesIn("dist").find((name) => name.startsWith("_file/data/6/units"));
  expect(readFileSync(join(project, "dist", snapshot!), "utf8")).toBe("other spikes of 6");
});

test("a loader that fails fails the build, says why, and leaves the last site as it was", () => {
  const before = listing();
  write(loader, makesUnits.replace("readFileSync(nwb)", "readFileSync(`$" + "{nwb}.gone`)"));
  const {output, status} = build();
  expect(status).toBe(1);
  expect(output).toContain(`${loader} failed`);
  expect(output).toContain("session_5.nwb.gone");
  expect(listing()).toEqual(before);
  write(loader, makesUnits);
});

test("a page that does not parse, and one that wants what is not there, fail the build and leave the last site", () => {
  const before = listing();
  write("src/index.md", `${home}\n\`\`\`js\nconst const\n\`\`\`\n`);
  write(
    "src/[session]/units.md",
    '```js\nimport "no-such-package";\nimport "../lib/nothing.js";\n```\n![](picture.png)'
  );
  const {output, status} = build();
  expect(status).toBe(1);
  expect(output).toContain("src/index.md: a cell does not parse. SyntaxError: Unexpected keyword 'const'");
  expect(output).toContain('src/[session]/units.md: the package "no-such-package" is not installed');
  expect(output).toContain("src/[session]/units.md: there is no module /lib/nothing.js");
  expect(output).toContain("src/[session]/units.md: there is no file or loader for /5/picture.png");
  expect(listing()).toEqual(before);
});

const asksForBuild = `require("node:child_process").spawn(process.execPath, ${JSON.stringify(command)}, {
  env: {...process.env, BUILD_ENDS_WITH_INPUT: "yes"}, stdio: ["pipe", "inherit", "ignore"]
})`;

test.each([
  ["npm", "npm", ["run", "build"]],
  ["what gave it a pipe", process.execPath, ["-e", asksForBuild]]
])("a build ends soon after %s was killed, and leaves the last site", async (_who, asking, args) => {
  const before = listing();
  write(
    loader,
    'import {writeFileSync} from "node:fs"; writeFileSync("began", String(process.pid)); setTimeout(() => {}, 30_000);'
  );
  const env = {...process.env, SESSIONS: "sessions"};
  const asker = spawn(asking, args, {cwd: project, env, stdio: ["ignore", "pipe", "ignore"]});
  const began = join(project, "began");
  while (!existsSync(began)) await new Promise((resolve) => setTimeout(resolve, 50));
  asker.kill("SIGKILL");
  await once(asker.stdout.resume(), "end"); // the build was the last to have it
  process.kill(Number(readFileSync(began, "utf8")));
  rmSync(began);
  expect(listing()).toEqual(before);
  write(loader, makesUnits);
});

test("a setting that names nothing is explained", () => {
  const {output, status} = build("nowhere");
  expect(status).toBe(1);
  expect(output).toContain("found no such folder");
});

function build(sessions = "sessions"): {output: string; status: number | null} {
  const env = {...process.env, SESSIONS: sessions};
  const {stdout, stderr, status} = spawnSync(process.execPath, command, {cwd: project, env, encoding: "utf8"});
  return {output: stdout + stderr, status};
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), {recursive: true});
  writeFileSync(join(project, path), text);
}

function filesIn(directory: string): string[] {
  return readdirSync(join(project, directory), {recursive: true, encoding: "utf8"});
}

/** Every file of the built site and when it was written. */
function listing(): [string, number][] {
  return filesIn("dist").map((name) => [name, statSync(join(project, "dist", name)).mtimeMs]);
}
