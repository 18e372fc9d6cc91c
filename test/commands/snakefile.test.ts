// The Snakefile, with Snakemake itself where it is installed. The build of a session is played by a step that writes what it did;
// that the real one can be killed and taken up again is the matter of the sessions command.
import {spawnSync} from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";

const isInstalled = spawnSync("snakemake", ["--version"]).status === 0;
if (!isInstalled) console.warn("Snakemake is not installed: the tests of the Snakefile are skipped");

/**
 * In place of npm run sessions: a build waits until all three have begun, and dies where a file tells it to; fetch brings a session to the
 * cache folder, unless the folder source/ has it.
 */
const STEP = `
import {appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
const [command, id, output] = process.argv.slice(2);
appendFileSync("steps.log", command + (id ? " " + id : "") + "\\n");
if (command === "list") {
  mkdirSync("cache", {recursive: true});
  for (const table of ["sessions", "probes", "channels", "units"]) writeFileSync("cache/" + table + ".csv", "id\\n");
}
if (command === "fetch" && !existsSync("source/session_" + id)) {
  mkdirSync("cache/session_" + id, {recursive: true});
  writeFileSync("cache/session_" + id + "/session_" + id + ".nwb", "");
}
if (command === "build") {
  const begun = () => readFileSync("steps.log", "utf8").split("build ").length - 1;
  for (let i = 0; existsSync("wait-for-three") && begun() < 3; ++i) {
    if (i > 300) throw new Error("they do not run at the same time");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (existsSync("kill-" + id)) {
    rmSync("kill-" + id);
    process.kill(process.pid, "SIGKILL");
  }
  const site = output.slice("--output=".length) + "/" + id;
  mkdirSync(site, {recursive: true});
  writeFileSync(site + "/index.html", "built");
}
`;

describe.skipIf(!isInstalled)("snakemake (needs Snakemake)", {timeout: 240_000}, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "snakefile-"));
    copyFileSync("Snakefile", join(folder, "Snakefile"));
    for (const name of ["lib", "data-loaders", "src"]) mkdirSync(join(folder, name));
    for (const name of ["package-lock.json", "observablehq.config.ts", "lib/a.ts"])
      writeFileSync(join(folder, name), "");
    writeFileSync(join(folder, "step.mjs"), STEP);
    writeFileSync(join(folder, "package.json"), JSON.stringify({scripts: {sessions: "node step.mjs"}}));
    for (const id of [1, 2, 3]) {
      mkdirSync(join(folder, "cache", `session_${id}`), {recursive: true});
      writeFileSync(join(folder, "cache", `session_${id}`, `session_${id}.nwb`), "");
    }
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  /** Runs Snakemake; gives its exit code, and the steps that ran, in alphabetical order. */
  function snakemake(sessions = "1,2,3", config: string[] = [], settings: NodeJS.ProcessEnv = {}) {
    rmSync(join(folder, "steps.log"), {force: true});
    const args = ["--cores", "3", "--keep-going", "--config", `sessions=${sessions}`, ...config];
    const env = {...process.env, NEUROPIXELS_CACHE: "cache", ...settings};
    const {status, stderr} = spawnSync("snakemake", args, {cwd: folder, env, encoding: "utf8"});
    const log = join(folder, "steps.log");
    return {status, stderr, steps: existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").sort() : []};
  }

  const touch = (path: string) => utimesSync(join(folder, path), new Date(), new Date(Date.now() + 2000));

  it("builds three sessions at the same time, and the others where one is killed", () => {
    writeFileSync(join(folder, "wait-for-three"), "");
    writeFileSync(join(folder, "kill-2"), "");
    const {status, steps} = snakemake();
    expect(status).toBe(1);
    expect(steps).toEqual(["build 1", "build 2", "build 3", "list"]);
    expect([1, 2, 3].map((id) => existsSync(join(folder, `sites/${id}/index.html`)))).toEqual([true, false, true]);
    rmSync(join(folder, "wait-for-three"));
  });

  it("builds what is missing when it is run again, and nothing the next time", () => {
    expect(snakemake()).toMatchObject({status: 0, steps: ["build 2"]});
    expect(snakemake()).toMatchObject({status: 0, steps: []});
  });

  it("builds a session anew when its file has changed, and only that", () => {
    writeFileSync(join(folder, "cache/session_3/session_3.nwb"), "another");
    touch("cache/session_3/session_3.nwb"); // within the same second it would not be newer
    expect(snakemake()).toMatchObject({status: 0, steps: ["build 3"]});
  });

  it("builds all anew when the notebook has changed; a new date alone is no change", () => {
    touch("lib/a.ts");
    expect(snakemake()).toMatchObject({status: 0, steps: []});
    writeFileSync(join(folder, "lib/a.ts"), "// other");
    expect(snakemake()).toMatchObject({status: 0, steps: ["build 1", "build 2", "build 3"]});
  });

  it("with whole=True fetches a session before it is built, once, and again where its file has gone", () => {
    const whole = () => snakemake("3,4", ["whole=True"]);
    expect(whole()).toMatchObject({status: 0, steps: ["build 3", "build 4", "fetch 3", "fetch 4"]});
    expect(whole()).toMatchObject({status: 0, steps: []});
    for (const gone of ["cache/session_4", "sites/4"]) rmSync(join(folder, gone), {recursive: true});
    expect(whole()).toMatchObject({status: 0, steps: ["build 4", "fetch 4"]});
    expect(whole()).toMatchObject({status: 0, steps: []});
  });

  it("with whole=True builds a session anew when its file has changed, and does not fetch it", () => {
    writeFileSync(join(folder, "cache/session_4/session_4.nwb"), "another");
    touch("cache/session_4/session_4.nwb");
    expect(snakemake("3,4", ["whole=True"])).toMatchObject({status: 0, steps: ["build 4"]});
  });

  it("takes tables and sessions from a folder that is a source, and brings neither into the cache folder", () => {
    renameSync(join(folder, "cache"), join(folder, "source"));
    const settings = {NEUROPIXELS_CACHE: "empty", NEUROPIXELS_SOURCES: "source/,dandi"};
    const build = (config: string[]) => snakemake("1", ["output=other sites/", ...config], settings);
    const first = build([]);
    expect(first).toMatchObject({status: 0, steps: ["build 1"]});
    expect(first.stderr).not.toContain("double '/'"); // of which Snakemake warns
    expect(existsSync(join(folder, "other sites/1/index.html"))).toBe(true);
    expect(build([])).toMatchObject({status: 0, steps: []});
    expect(build(["whole=True"])).toMatchObject({status: 0, steps: ["build 1", "fetch 1"]});
    expect(build(["whole=True"])).toMatchObject({status: 0, steps: []});
    expect(existsSync(join(folder, "empty"))).toBe(false);
    renameSync(join(folder, "source"), join(folder, "cache"));
  });

  it.each(["1;2", "1 2", "1,2,", "01,\t2,1"])("takes %j for a list of sessions", (list) => {
    expect(snakemake(list)).toMatchObject({status: 0, steps: []});
  });

  it.each(["first", "1,a", "²", ","])("says how sessions are named when it is told %j", (list) => {
    const {status, stderr} = snakemake(list);
    expect(status).not.toBe(0);
    expect(stderr).toContain("--config sessions=");
  });
});
