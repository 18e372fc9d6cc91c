// npm run verify:published, run as a user runs it.
import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {temporaryDirectory} from "../nwb/write-hdf5.js";
import {goldenSessions} from "../parity/golden.js";

const [mini] = goldenSessions;

const verify = (...args: string[]) => verifyIn(mini.directory, ...args);

function verifyIn(NEUROPIXELS_CACHE: string, ...args: string[]) {
  const command = ["--import", "./lib/framework/typescript.mjs", "lib/published/verify-published.ts", ...args];
  const env = {...process.env, NEUROPIXELS_CACHE};
  return spawnSync(process.execPath, command, {env, encoding: "utf8"});
}

describe("npm run verify:published", {timeout: 120_000}, () => {
  it("prints what was expected beside what was found, and gives 1 where they differ", () => {
    const {status, stdout} = verify("--part=project", "--offline");
    expect(status).toBe(1);
    expect(stdout).toMatch(/DIFFERS {2}sessions\n +expected 58\n +found {4}3\n/);
    expect(stdout).toMatch(/\n0 of \d+ agree\n$/);
  });

  it("says what could not be found, and goes on", () => {
    const {status, stdout} = verify("--part=decoding", "--offline", "--json");
    expect(status).toBe(1);
    const [outcome] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(outcome).toMatchObject({
      part: "session 791319847",
      agrees: false,
      reason: expect.stringContaining("none there")
    });
  });

  it("says at once that there are no tables, instead of so for every number", () => {
    const {status, stdout, stderr} = verifyIn(join(temporaryDirectory(), "empty"), "--offline");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(/\.csv: expected a file of the project/)]);
  });

  it("gives 2 for what it does not understand, and its help", () => {
    for (const args of [["--part=all"], ["--colour"], ["756029989"]]) {
      const {status, stderr} = verify(...args);
      expect(status).toBe(2);
      expect(stderr).toContain("--part=<name>");
    }
  });
});
