// A cache folder that AllenSDK and this library share says in manifest.json how it is laid out.
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {EcephysProjectCache, type ProjectSource} from "../../lib/project/index.js";
import {manifestText} from "../../lib/project/manifest.js";
import {temporaryDirectory} from "../nwb/write-hdf5.js";
import {csvText, row} from "./tables/write-cache.js";

const folder = () => mkdtempSync(join(temporaryDirectory(), "cache-"));
const recorded = readFileSync("test/fixtures/mini/ecephys-cache/manifest.json", "utf8");

/** A source that puts every table together itself. */
const tables: ProjectSource = {
  name: "a source of tables",
  async locate(file) {
    return file.kind === "table"
      ? {kind: "text", text: csvText(file.name, [row(file.name, 1)]), url: "http://127.0.0.1"}
      : null;
  }
};

describe("a manifest", () => {
  it("is what AllenSDK writes, entry by entry", () => {
    expect(JSON.parse(manifestText())).toEqual(JSON.parse(recorded));
  });

  it("is written with the first file, into a folder that need not exist, and never over another", async () => {
    const directory = join(folder(), "a", "new one");
    const cache = await EcephysProjectCache.open({directory, sources: [tables]});
    expect(existsSync(directory)).toBe(false);
    await cache.sessionTypes();
    expect(readdirSync(directory).sort()).toEqual([".sessions.csv.source.json", "manifest.json", "sessions.csv"]);
    const note = recorded.replace("{", '{"note": "mine",');
    writeFileSync(join(directory, "manifest.json"), note);
    await cache.structureAcronyms();
    expect(readFileSync(join(directory, "manifest.json"), "utf8")).toBe(note);
  });

  it("that cannot be read is an error that says so", async () => {
    const directory = folder();
    mkdirSync(join(directory, "manifest.json"));
    const file = join(directory, "manifest.json");
    await expect(EcephysProjectCache.open({directory})).rejects.toMatchObject({tag: "unreadable", file});
  });

  it("of AllenSDK's 2019 version has the same file names, and is left as it is", async () => {
    const directory = folder();
    const old = recorded.replace('"0.3.0"', '"0.2.1"');
    writeFileSync(join(directory, "manifest.json"), old);
    const cache = await EcephysProjectCache.open({directory, sources: [tables]});
    await cache.sessionTypes();
    expect(readFileSync(join(directory, "manifest.json"), "utf8")).toBe(old);
  });

  it.each([
    ["another version", recorded.replace('"0.3.0"', '"0.1.0"'), "manifest_version"],
    ["no version", '{"manifest": []}', "manifest_version"],
    ["another file name", recorded.replace("units.csv", "my_units.csv"), "units"],
    ["no manifest in it", '{"entries": 1}', undefined],
    ["half of it missing", recorded.slice(0, 100), undefined],
    ["nothing in it", "", undefined]
  ])("with %s is an error, before anything is read or written", async (_, text, path) => {
    const directory = folder();
    writeFileSync(join(directory, "manifest.json"), text);
    const file = join(directory, "manifest.json");
    await expect(EcephysProjectCache.open({directory})).rejects.toMatchObject({tag: "bad-manifest", file, path});
    expect(readdirSync(directory)).toEqual(["manifest.json"]);
  });
});
