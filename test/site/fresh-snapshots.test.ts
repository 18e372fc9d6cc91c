import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {deleteStaleSnapshots, type SnapshotOrigins} from "../../lib/site/fresh-snapshots.js";

/** A project of one loader, which imports a file that imports another, and reads one input per session. */
let project: string;
let origins: SnapshotOrigins;

const snapshot = "data/7/units.arrow";
const loader = "src/data/[session]/units.arrow.ts";

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "fresh-snapshots-"));
  write(loader, 'import {rate} from "../../../lib/rate.js"; console.log(rate);');
  write("lib/rate.ts", 'import {clock} from "./clock.js"; export const rate = clock;');
  write("lib/clock.ts", "export const clock = 30_000;");
  write("lib/unrelated.ts", "export const unrelated = 1;");
  write("package-lock.json", "{}");
  write("inputs/7.nwb", "spikes");
  origins = {
    root: join(project, "src"),
    loaders: "data",
    settings: {sessions: "inputs"},
    lockFile: join(project, "package-lock.json"),
    inputs: ({session}) => [join(project, "inputs", `${session}.nwb`), join(project, "inputs", "channels.csv")]
  };
});

afterEach(() => rmSync(project, {recursive: true}));

describe("a snapshot that was recorded", () => {
  beforeEach(async () => {
    await firstRun();
  });

  test("is kept when nothing changed", async () => {
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test("is kept when a source was only touched, as a fresh checkout does", async () => {
    later("lib/clock.ts");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test("is kept when a file changed that the loader does not import", async () => {
    write("lib/unrelated.ts", "export const unrelated = 2;");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test.each([
    ["the loader changed", () => write(loader, 'import {rate} from "../../../lib/rate.js"; console.log(-rate);')],
    ["a file that the loader imports changed", () => write("lib/rate.ts", "export const rate = 1;")],
    ["a file imported by an import changed", () => write("lib/clock.ts", "export const clock = 25_000;")],
    ["a package changed", () => write("package-lock.json", '{"packages": {}}')],
    ["the session file changed", () => write("inputs/7.nwb", "other spikes")],
    ["the session file was written again at the same size", () => later("inputs/7.nwb")],
    ["the session file went", () => rmSync(join(project, "inputs/7.nwb"))],
    ["a table appeared beside the session file", () => write("inputs/channels.csv", "id")],
    ["the loader no longer parses", () => write(loader, "const const")],
    ["the loader went", () => rmSync(join(project, loader))]
  ])("goes when %s", async (_, change) => {
    change();
    expect(await deleteStaleSnapshots(origins)).toEqual([snapshot]);
  });

  test("goes when a setting changed", async () => {
    expect(await deleteStaleSnapshots({...origins, settings: {sessions: "elsewhere"}})).toEqual([snapshot]);
  });

  test("stays when another session's file changed", async () => {
    write("inputs/8.nwb", "other mouse");
    await wait();
    run("data/8/units.arrow");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
    write("inputs/8.nwb", "other mouse's spikes");
    expect(await deleteStaleSnapshots(origins)).toEqual(["data/8/units.arrow"]);
  });

  test("stays when another loader does not parse", async () => {
    write("src/data/[session]/broken.arrow.ts", "const const");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });
});

describe("a snapshot that a preview wrote", () => {
  beforeEach(firstRun);

  test("is kept, and recorded, when nothing it comes from was touched since", async () => {
    const source = read("lib/clock.ts");
    write("lib/clock.ts", "export const clock = 1;");
    await wait();
    run();
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
    write("lib/clock.ts", source);
    expect(await deleteStaleSnapshots(origins)).toEqual([snapshot]);
  });

  test("goes when a source was edited, previewed, and put back as it was", async () => {
    const source = read("lib/clock.ts");
    write("lib/clock.ts", "export const clock = 1;");
    await wait();
    run();
    await wait();
    write("lib/clock.ts", source);
    expect(await deleteStaleSnapshots(origins)).toEqual([snapshot]);
  });

  test("goes even when the put-back file carries its old date", async () => {
    const source = read("lib/clock.ts");
    const {mtime} = statSync(join(project, "lib/clock.ts"));
    write("lib/clock.ts", "export const clock = 1;");
    await wait();
    run();
    await wait();
    write("lib/clock.ts", source);
    utimesSync(join(project, "lib/clock.ts"), mtime, mtime);
    expect(await deleteStaleSnapshots(origins)).toEqual([snapshot]);
  });

  test("goes when it was made under another setting", async () => {
    run();
    expect(await deleteStaleSnapshots({...origins, settings: {sessions: "elsewhere"}})).toEqual([snapshot]);
  });
});

test("what a failed loader left behind goes", async () => {
  run("data/7/units.arrow.4711.err");
  expect(await deleteStaleSnapshots(origins)).toEqual(["data/7/units.arrow.4711.err"]);
});

/** A first build: nothing is known, the loader runs, and its snapshot is recorded. */
async function firstRun(): Promise<void> {
  await deleteStaleSnapshots(origins);
  await wait();
  run();
  expect(await deleteStaleSnapshots(origins)).toEqual([]);
}

/** Writes what a loader would. */
function run(path = snapshot): void {
  write(join("src/.observablehq/cache", path), "arrow");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), {recursive: true});
  writeFileSync(join(project, path), text);
}

function read(path: string): string {
  return readFileSync(join(project, path), "utf8");
}

/** Sets a file's date ahead, and leaves what is in it. */
function later(path: string): void {
  const time = Date.now() / 1000 + 60;
  utimesSync(join(project, path), time, time);
}

/** Long enough for two writes to have different dates. */
function wait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
