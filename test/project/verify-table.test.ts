import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {verifyTable} from "../../lib/project/index.js";
import {row, writeCache} from "./tables/write-cache.js";

const directory = writeCache({probes: [row("probes", 1), row("probes", 2), row("probes", 3, {name: "probeC"})]});
const path = join(directory, "probes.csv");
const whole = readFileSync(path, "utf8");

test("a whole table is one, with its rows", async () => {
  expect(await verifyTable(directory, "probes")).toEqual({path, state: "whole", rows: 3});
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
