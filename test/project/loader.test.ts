import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";

/** A folder with one session, and loaders beside it. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "loader-"));
  mkdirSync(join(folder, "session_5"));
  writeFileSync(join(folder, "session_5", "session_5.nwb"), "");
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("a loader that succeeds", () => {
  test("writes its snapshot to standard output, and nothing else anywhere", () => {
    const {stdout, stderr, status} = load("({id}, {stimulus}) => new TextEncoder().encode([id, stimulus].join())", [
      "--session=5",
      "--stimulus=flashes"
    ]);
    expect([stdout.toString(), stderr.toString(), status]).toEqual(["5,flashes", "", 0]);
  });

  test("writes a snapshot that is larger than a pipe holds to its last byte", () => {
    const {stdout, status} = load("() => new Uint8Array(5_000_000).fill(7)", ["--session=5"]);
    expect([stdout.length, stdout.at(-1), status]).toEqual([5_000_000, 7, 0]);
  });
});

describe("a loader that fails", () => {
  test("names itself, the session's file and the reason, and writes no snapshot", () => {
    const {stdout, stderr, status} = load("() => {throw new Error('its spikes are in French')}", ["--session=5"]);
    expect(status).toBe(1);
    expect(stdout.length).toBe(0);
    expect(stderr.toString()).toContain("units.arrow.ts failed");
    expect(stderr.toString()).toContain(join(folder, "session_5", "session_5.nwb"));
    expect(stderr.toString()).toContain("its spikes are in French");
  });

  test("shows of an error that was foreseen the sentence, and not the stack", () => {
    const {stderr, status} = load("() => new Uint8Array()", ["--session=6"]);
    expect(status).toBe(1);
    expect(stderr.toString()).toContain("expected one of the sessions 5, found the session 6");
    expect(stderr.toString()).not.toMatch(/^\s+at /m);
  });

  test("says so when it was not told a session", () => {
    const {stderr, status} = load("() => new Uint8Array()", []);
    expect(status).toBe(1);
    expect(stderr.toString()).toContain("--session=<id>");
  });
});

describe("a loader of all sessions", () => {
  test("is given the folder that they stand in", () => {
    const {stdout, status} = load("(directory) => new TextEncoder().encode(directory)", [], "projectLoader");
    expect([stdout.toString(), status]).toEqual([folder, 0]);
  });

  test("names the folder when it fails", () => {
    const {stderr, status} = load("() => {throw new Error('its tables are empty')}", [], "projectLoader");
    expect(status).toBe(1);
    expect(stderr.toString()).toContain(folder);
    expect(stderr.toString()).toContain("its tables are empty");
  });
});

/** Runs a loader as Framework does. */
function load(make: string, parameters: string[], kind = "snapshotLoader") {
  const path = join(folder, "units.arrow.ts");
  const runtime = resolve("lib/project/loader.ts");
  writeFileSync(path, `import {${kind}} from ${JSON.stringify(runtime)};\nawait ${kind}(${make});\n`);
  return spawnSync(process.execPath, ["--import", resolve("lib/site/typescript.mjs"), path, ...parameters], {
    env: {...process.env, SESSIONS: folder},
    maxBuffer: 10_000_000
  });
}
