import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {bundleDoors, watchDoors} from "../../lib/site/library-doors.js";

const started = process.cwd();
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "doors-"));
  process.chdir(project);
  write("lib/index.ts", `export {rate} from "./session/index.js"; export {table} from "arquero";`);
  write("lib/session/index.ts", `export {rate, unit} from "./rate.js";`);
  write("lib/session/rate.ts", `import {clock} from "./clock.js"; export const rate = clock; export const unit = 1;`);
  write("lib/session/clock.ts", `export const clock: string = "30 kHz";`);
  write("lib/commands/index.ts", `import "node:fs"; export const start = "a command";`);
});
afterEach(() => {
  process.chdir(started);
  rmSync(project, {recursive: true});
});

test("every door is one module, which has what it leads to, of itself or from what doors share", async () => {
  await bundleDoors("out");
  expect(readdirSync("out", {recursive: true})).toEqual(expect.arrayContaining(["index.js", "session/index.js"]));
  const {rate, unit} = await import(join(project, "out/session/index.js"));
  expect([rate, unit]).toEqual(["30 kHz", 1]);
  expect(texts().filter((text) => text.includes("30 kHz"))).toHaveLength(1);
  expect(readFileSync("out/index.js", "utf8")).toMatch(/from ?["']arquero["']/);
});

test("rooms that run in Node only have no door there", async () => {
  await bundleDoors("out");
  expect(texts().join()).not.toContain("a command");
});

test("what has not changed is not written again, and what no door leads to any more goes", async () => {
  await bundleDoors("out");
  const before = statSync("out/session/index.js").mtimeMs;
  write("lib/words/index.ts", `export const word = "area";`);
  await bundleDoors("out");
  expect(statSync("out/session/index.js").mtimeMs).toBe(before);
  expect(readdirSync("out")).toContain("words");
  rmSync("lib/words", {recursive: true});
  await bundleDoors("out");
  expect(readdirSync("out", {recursive: true})).not.toContain("words/index.js");
});

test("in a preview they follow what they lead to, past an error in it", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  await watchDoors("out");
  write("lib/session/clock.ts", "export const clock: string = ;");
  await vi.waitFor(() => expect(said).toHaveBeenCalledOnce(), {timeout: 10_000});
  expect(texts().join()).toContain("30 kHz");
  write("lib/session/clock.ts", `export const clock: string = "25 kHz";`);
  await vi.waitFor(() => expect(texts().join()).toContain("25 kHz"), {timeout: 10_000});
  said.mockRestore();
});

function texts(): string[] {
  const names = readdirSync("out", {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".js"));
  return names.map((name) => readFileSync(join("out", name), "utf8"));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}
