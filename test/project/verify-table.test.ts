import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {type ProjectSource, provideFile, verifyTable} from "../../lib/project/index.js";
import {temporaryDirectory} from "../nwb/write-hdf5.js";
import {row, writeCache} from "./tables/write-cache.js";

const directory = writeCache({probes: [row("probes", 1), row("probes", 2), row("probes", 3, {name: "probeC"})]});
const path = join(directory, "probes.csv");
const whole = readFileSync(path, "utf8");

test("a whole table is one, with its rows", async () => {
  expect(await verifyTable(directory, "probes")).toEqual({path, state: "whole", against: "nothing", rows: 3});
  expect(await verifyTable(directory, "units")).toMatchObject({state: "whole", rows: 0});
});

test("a table that is not there is missing, not damaged", async () => {
  expect(await verifyTable(join(directory, "elsewhere"), "probes")).toMatchObject({state: "missing", rows: null});
});

test("a table that was cut short anywhere but between two lines is damaged", async () => {
  const header = whole.indexOf("\n") + 1;
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole.slice(0, length));
    const {state, found} = await verifyTable(directory, "probes");
    const betweenLines = length >= header && whole[length - 1] === "\n";
    expect(state, `cut at ${length}`).toBe(betweenLines ? "whole" : "damaged");
    expect(found === undefined, `cut at ${length}`).toBe(betweenLines);
  }
});

test.each([
  ["an id that stands twice", whole.replace("\n2,", "\n1,")],
  ["a row with a field too many", whole.replace("probeC", "probe,C")],
  ["a text among numbers", whole.replace(",2500,", ",fast,")],
  ["an error page", "<!DOCTYPE html>\n<title>Sign in</title>\n"],
  ["zeros, as a power cut leaves them", "\0".repeat(whole.length)]
])("a table with %s is damaged", async (_what, text) => {
  writeFileSync(path, text);
  const {state, expected, found} = await verifyTable(directory, "probes");
  expect(state).toBe("damaged");
  expect([expected, found]).not.toContain(undefined);
  rmSync(path);
});

describe("a table that was put together from an archive's replies", () => {
  const url = "http://127.0.0.1/query";
  const source: ProjectSource = {
    name: "an archive",
    locate: async ({kind}) => (kind === "table" ? {kind: "text", text: whole, url} : null)
  };
  const file = {kind: "table", name: "probes"} as const;

  /** A new cache folder that the table has come into. */
  async function fetched() {
    const folder = {directory: mkdtempSync(join(temporaryDirectory(), "cache-")), sources: [source]};
    return {folder, table: await provideFile(file, folder)};
  }

  test("is compared with what it was when it came", async () => {
    const {folder, table} = await fetched();
    expect(readFileSync(table, "utf8")).toBe(whole);
    expect(await verifyTable(folder.directory, "probes")).toMatchObject({state: "whole", against: "digest", rows: 3});
  });

  test("and cut short between two lines later, is damaged, and comes anew when it is asked for", async () => {
    const {folder, table} = await fetched();
    writeFileSync(table, whole.slice(0, whole.indexOf("\n3,") + 1));
    expect(await verifyTable(folder.directory, "probes")).toMatchObject({
      state: "damaged",
      expected: `${whole.length} bytes`
    });
    await expect(provideFile(file, {...folder, sources: []})).rejects.toMatchObject({tag: "damaged"});
    expect(readFileSync(await provideFile(file, folder), "utf8")).toBe(whole);
  });

  test("and altered later to another that could be, is damaged, and comes anew once that was found", async () => {
    const {folder, table} = await fetched();
    writeFileSync(table, whole.replace("probeC", "probeD"));
    expect(await verifyTable(folder.directory, "probes")).toMatchObject({
      state: "damaged",
      expected: expect.stringMatching(/^SHA-256/)
    });
    expect(readFileSync(await provideFile(file, folder), "utf8")).toBe(whole);
  });
});
