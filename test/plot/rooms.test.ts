// The rooms of lib/plot: which others each may use.
import {readdirSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import {expect, test} from "vitest";

/** What every figure is made of. */
const foundations = ["frame", "axes", "color"];

/** The rooms, each with what it may use besides itself. What each is for is in docs/architecture.md. */
const rooms: Record<string, string[]> = {
  color: [],
  frame: ["color"],
  axes: ["frame", "color"],
  sessions: [...foundations, "units"], // the overview has the probes with their units
  units: foundations,
  signals: foundations,
  spikes: foundations,
  responses: foundations,
  correlations: foundations,
  populations: foundations
};

/** Doors, which may export from every room. */
const doors = ["exercises", "structures"];

const modules = readdirSync("lib/plot", {recursive: true, encoding: "utf8"})
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"));

test("every figure stands in a room", () => {
  const folders = readdirSync("lib/plot", {withFileTypes: true}).filter((entry) => entry.isDirectory());
  expect(folders.map(({name}) => name).sort()).toEqual([...Object.keys(rooms), ...doors].sort());
  expect(modules.filter((name) => !name.includes("/"))).toEqual(["index.ts"]);
});

test.each(Object.entries(rooms))("lib/plot/%s uses what it may", (room, uses) => {
  const strangers = modules
    .filter((name) => name.startsWith(`${room}/`))
    .flatMap((name) => importsOf(name).map((imported) => ({name, imported})))
    .filter(({imported}) => !imported.startsWith("../")) // another room of lib/
    .filter(({imported}) => ![room, ...uses].includes(imported.split("/")[0]));
  expect(strangers).toEqual([]);
});

/** The modules of lib/plot that one of them imports, from lib/plot. */
function importsOf(name: string): string[] {
  const specifiers = readFileSync(posix.join("lib/plot", name), "utf8").matchAll(/ from "(\.[^"]+)"/g);
  return [...specifiers].map(([, specifier]) => posix.join(posix.dirname(name), specifier));
}
