import {spawnSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {basename, dirname, join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {libraryDoors} from "../../lib/commands/library-doors.js";
import {provideReference} from "../../lib/commands/provide-reference.js";

describe("the reference of the library", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await provideReference();
  });

  const page = (path: string) => readFileSync(join(folder, path), "utf8");

  test("has a page for every door, under the name by which it is imported", () => {
    for (const {name} of libraryDoors())
      expect(page("index.html") + page(`modules/${name.replaceAll("/", "_")}.html`)).toContain(name);
  });

  test("says of a session's method what it takes, what it gives and how it is called", () => {
    const session = page("classes/neuropixels-notebook.EcephysSession.html");
    expect(session).toContain("presentationwiseSpikeCounts");
    expect(session).toMatch(/Example/);
  });

  test("has no page whose name begins with a dot, which hosts of files leave out", () => {
    const pages = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((path) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.filter((path) => basename(path).startsWith("."))).toEqual([]);
  });

  test("is of the library alone: a figure's page has not the 300 members of every element", () => {
    const figure = page("interfaces/neuropixels-notebook_plot.UnitDepthChart.html");
    expect(figure).toContain("weigh");
    expect(figure).not.toContain("scrollIntoView");
  });

  test("is as it was when nothing has changed", async () => {
    expect(await provideReference()).toBe(folder);
  });
});

test("all that the doors give is described: no type is named that has no page, and no link leads nowhere", () => {
  const typedoc = join(dirname(createRequire(import.meta.url).resolve("typedoc/package.json")), "bin", "typedoc");
  const command = [typedoc, "--emit", "none", "--treatWarningsAsErrors", ...libraryDoors().map(({source}) => source)];
  const {status, stdout, stderr} = spawnSync(process.execPath, command, {encoding: "utf8"});
  expect(stdout + stderr).not.toMatch(/warning|error\]/);
  expect(status).toBe(0);
});
