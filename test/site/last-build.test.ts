import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {type Config, normalizeConfig} from "@observablehq/framework/dist/config.js";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {isBuilt, recordBuilt, siteDigest, snapshotContents} from "../../lib/site/last-build.js";

const started = process.cwd();
const SNAPSHOT = "src/.observablehq/cache/data/5/units.arrow";
const PAGE = "dist/5/units.html";
let project: string;
let config: Config;

beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), "last-build-"));
  process.chdir(project);
  for (const path of [
    "package-lock.json",
    "package.json",
    "docs/library.md",
    "observablehq.config.ts",
    "lib/analysis/rate.ts",
    "data-loaders/[session]/units.arrow.ts",
    "src/[session]/units.md",
    "src/components/table.ts",
    "src/style.css",
    SNAPSHOT,
    PAGE
  ])
    write(path, path);
  vi.stubEnv("SESSIONS", "sessions");
  config = configOf(["/5/units"]);
  recordBuilt(config, await siteDigest(config), snapshotContents());
});
afterEach(() => {
  vi.unstubAllEnvs();
  process.chdir(started);
  rmSync(project, {recursive: true});
});

test("a site of which nothing has changed is built", async () => {
  expect(await unchanged()).toBe(true);
});

test("dates do not matter, as in a copy of the project", async () => {
  for (const path of ["lib/analysis/rate.ts", "src/[session]/units.md", SNAPSHOT, PAGE]) utimesSync(path, 1, 1);
  expect(await unchanged()).toBe(true);
  expect(await unchanged()).toBe(true);
});

test("a record that is cut short, or of an older form, is none", async () => {
  for (const text of ["", "{", '{"digest":"0","snapshots":"0","site":"0"}']) {
    write("src/.observablehq/built.json", text);
    expect(await unchanged()).toBe(false);
  }
});

describe("a site is built again when", () => {
  test.each([
    ["a page", "src/[session]/units.md"],
    ["a module of the library", "lib/analysis/rate.ts"],
    ["a component", "src/components/table.ts"],
    ["its style", "src/style.css"],
    ["a loader", "data-loaders/[session]/units.arrow.ts"],
    ["the configuration", "observablehq.config.ts"],
    ["the packages", "package-lock.json"],
    ["the first page of the reference", "docs/library.md"]
  ])("%s has other contents of the same length and date", async (_what, path) => {
    const {atime, mtime} = statSync(path);
    write(path, readFileSync(path, "utf8").toUpperCase());
    utimesSync(path, atime, mtime);
    expect(await unchanged()).toBe(false);
  });

  test.each([
    ["a snapshot", SNAPSHOT],
    ["a file of the built site", PAGE]
  ])("%s has other contents of the same length", async (_what, path) => {
    write(path, readFileSync(path, "utf8").toUpperCase());
    expect(await unchanged()).toBe(false);
  });

  test.each([
    ["a page is added", "src/[session]/spikes.md"],
    ["a module is added", "lib/analysis/count.ts"],
    ["a snapshot is added", "src/.observablehq/cache/data/5/spikes.arrow"],
    ["a snapshot is made anew", "src/.observablehq/cache/data/5/units.arrow"],
    ["something is added to the built site", "dist/5/spikes.html"],
    ["something of the built site is changed", "dist/5/units.html"]
  ])("%s", async (_what, path) => {
    write(path, "new");
    expect(await unchanged()).toBe(false);
  });

  test.each([
    ["a page", "src/[session]/units.md"],
    ["a snapshot", "src/.observablehq/cache/data/5/units.arrow"],
    ["a file of the built site", "dist/5/units.html"],
    ["the whole of it", "dist"],
    ["what is known of it", "src/.observablehq/built.json"]
  ])("%s is gone", async (_what, path) => {
    rmSync(path, {recursive: true});
    expect(await unchanged()).toBe(false);
  });

  test.each([
    ["SESSIONS", "other"],
    ["NEUROPIXELS_CACHE", "elsewhere"]
  ])("the setting %s is another", async (name, value) => {
    vi.stubEnv(name, value);
    expect(await unchanged()).toBe(false);
  });

  test("other sessions are shown", async () => {
    config = configOf(["/5/units", "/6/units"]);
    expect(await unchanged()).toBe(false);
  });

  test("the foot of a page says something else, as when a session's file has been verified since", async () => {
    config = configOf(["/5/units"], "Verified by SHA-256.");
    expect(await unchanged()).toBe(false);
  });
});

function configOf(dynamicPaths: string[], foot = "Not verified."): Config {
  return normalizeConfig({root: "src", dynamicPaths, footer: () => foot});
}

async function unchanged(): Promise<boolean> {
  return isBuilt(config, await siteDigest(config));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}
