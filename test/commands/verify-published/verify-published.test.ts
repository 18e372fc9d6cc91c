// npm run verify:published, run as a user runs it.
import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it, onTestFinished} from "vitest";
import {temporaryDirectory} from "../../nwb/write-hdf5.js";
import {goldenSessions} from "../../parity/golden.js";
import {FileServer} from "../../project/servers/file-server.js";
import {listAsS3} from "../../project/servers/s3-server.js";
import {events, runCommand} from "../../run-command.js";

const [mini] = goldenSessions;

const verify = (...args: string[]) => verifyIn(mini.directory, ...args);

function verifyIn(NEUROPIXELS_CACHE: string, ...args: string[]) {
  const command = [
    "--import",
    "./lib/site/typescript.mjs",
    "lib/commands/verify-published/verify-published.ts",
    ...args
  ];
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

  it("says in a sentence that a source is none, and that the cache folder is not one", () => {
    const command = [
      "--import",
      "./lib/site/typescript.mjs",
      "lib/commands/verify-published/verify-published.ts",
      "--offline"
    ];
    const folder = mkdtempSync(join(temporaryDirectory(), "cache-"));
    writeFileSync(join(folder, "manifest.json"), "{");
    for (const [settings, sentence] of [
      [{NEUROPIXELS_SOURCES: "dandy"}, /^NEUROPIXELS_SOURCES: expected names among .+, found dandy\. .+$/],
      [{NEUROPIXELS_CACHE: folder}, /manifest\.json: expected a manifest as AllenSDK writes it, found \{\. .+$/]
    ] as const) {
      const env = {...process.env, ...settings};
      const said = spawnSync(process.execPath, command, {env, encoding: "utf8"});
      expect(said.status).toBe(1);
      expect(said.stdout).toBe("");
      expect(said.stderr.trim()).toMatch(sentence);
      const json = spawnSync(process.execPath, [...command, "--json"], {env, encoding: "utf8"});
      expect(json.status).toBe(1);
      expect(events(json.stdout)).toEqual([{event: "failed", error: said.stderr.trim()}]);
      expect(json.stderr).toBe("");
    }
  });

  it("with --whole says how far files have come; interrupted, it gives 130, and goes on from there the next time", async () => {
    const server = await FileServer.start();
    onTestFinished(() => server.stop());
    listAsS3(server);
    const name = "session_791319847/session_791319847.nwb";
    server.put(`/visual-coding-neuropixels/ecephys-cache/${name}`, readFileSync(mini.nwb));
    const NEUROPIXELS_CACHE = join(temporaryDirectory(), "whole");
    const settings = {NEUROPIXELS_CACHE, NEUROPIXELS_SOURCES: `${mini.directory}/,s3=${server.address}`};
    const args = ["--part=decoding", "--whole", "--json"];
    const fetch = (meanwhile?: Parameters<typeof runCommand>[3]) =>
      runCommand("lib/commands/verify-published/verify-published.ts", args, settings, meanwhile);

    [server.pieceSize, server.pause] = [8 << 10, 20];
    const interrupted = await fetch(async (command) => {
      while (server.sent < 400_000) await new Promise((resolve) => setTimeout(resolve, 5));
      command.kill("SIGINT");
    });
    expect(interrupted.code).toBe(130);
    expect(events(interrupted.out).at(-1)).toEqual({event: "interrupted"});
    expect(events(interrupted.err).at(-1)).toMatchObject({state: "fetching"});
    const path = join(NEUROPIXELS_CACHE, name);
    expect(existsSync(path)).toBe(false);

    [server.pieceSize, server.pause] = [1 << 16, 0];
    const again = await fetch();
    expect(again.code).toBe(1); // it is another session
    const [first, ...others] = events(again.err);
    expect(first).toMatchObject({path, state: "fetching", size: 1_578_664});
    expect(first.resumed).toBeGreaterThan(100_000);
    expect(others.at(-1)).toMatchObject({path, state: "done"});
    expect(readFileSync(path).equals(readFileSync(mini.nwb))).toBe(true);
    expect(readdirSync(join(path, "..")).filter((each) => each.endsWith(".part"))).toEqual([]);
  });
});
