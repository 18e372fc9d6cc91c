import {mkdirSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, expect, test, vi} from "vitest";
import {watchLoaderSources} from "../../lib/site/watch-loader-sources.js";

/** A project of two loaders, of which one imports a file that imports another. */
let project: string;
let stop: () => void;
const [units, spikes] = ["data-loaders/units.arrow.ts", "data-loaders/spikes.arrow.ts"];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "watch-"));
  for (const directory of ["data-loaders", "lib/session"]) mkdirSync(join(project, directory), {recursive: true});
  write(units, 'import {rate} from "../lib/session/rate.js"; console.log(rate);');
  write(spikes, "console.log(1);");
  write("lib/session/rate.ts", 'import {clock} from "../clock.js"; export const rate = clock;');
  write("lib/clock.ts", "export const clock = 30_000;");
  stop = watchLoaderSources(
    join(project, "data-loaders"),
    ["lib", "data-loaders"].map((name) => join(project, name))
  );
});
afterAll(() => {
  stop();
  rmSync(project, {recursive: true});
});

beforeEach(() => {
  for (const loader of [units, spikes]) utimesSync(join(project, loader), 1000, 1000);
});

test("a loader is touched when a file changes that it imports through another", async () => {
  write("lib/clock.ts", "export const clock = 25_000;");
  await vi.waitFor(() => expect(touched(units)).toBe(true), {timeout: 10_000});
  expect(touched(spikes)).toBe(false);
});

test("a loader is touched when an editor puts a new file in the place of one that it imports", async () => {
  for (const rate of ["clock / 2", "clock / 3"]) {
    utimesSync(join(project, units), 1000, 1000);
    write("lib/session/.rate.ts.new", `import {clock} from "../clock.js"; export const rate = ${rate};`);
    renameSync(join(project, "lib/session/.rate.ts.new"), join(project, "lib/session/rate.ts"));
    await vi.waitFor(() => expect(touched(units)).toBe(true), {timeout: 10_000});
  }
});

test("a loader is touched when a file changes in a folder that came later", async () => {
  mkdirSync(join(project, "lib/units"));
  write("lib/units/depth.ts", "export const depth = 1;");
  write(spikes, 'import {depth} from "../lib/units/depth.js"; console.log(depth);');
  await vi.waitFor(
    () => {
      utimesSync(join(project, spikes), 1000, 1000);
      write("lib/units/depth.ts", `export const depth = ${Math.random()};`);
      return vi.waitFor(() => expect(touched(spikes)).toBe(true), {timeout: 500});
    },
    {timeout: 10_000}
  );
});

function touched(loader: string): boolean {
  return statSync(join(project, loader)).mtimeMs > 1_000_000;
}

function write(path: string, text: string): void {
  writeFileSync(join(project, path), text);
}
