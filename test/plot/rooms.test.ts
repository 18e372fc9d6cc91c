// The rooms of lib/plot: what each is for, and which others it may use.
import {readdirSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import {expect, test} from "vitest";

/** What every figure is made of. */
const foundations = ["frame", "axes", "color"];

/** The rooms, each with why it is there and with what it may use besides itself. */
const rooms: Record<string, {why: string; uses: string[]}> = {
  color: {why: "what colours and marks mean, and their legends", uses: []},
  frame: {why: "what stands around every figure: text alternative, readout, data, canvas", uses: ["color"]},
  axes: {
    why: "what stands along a figure's edges: parameters, structures, the stimulus, lanes",
    uses: ["frame", "color"]
  },
  sessions: {why: "a session as a whole along its clock, and the project's sessions", uses: [...foundations, "units"]},
  units: {why: "units: where they lie, how many, how good", uses: foundations},
  signals: {why: "what was measured continuously: LFP, waveforms, running, the eye", uses: foundations},
  spikes: {why: "spikes around an event, one by one or counted", uses: foundations},
  responses: {why: "responses to conditions and parameters of a stimulus", uses: foundations},
  correlations: {why: "pairs of units", uses: foundations},
  populations: {why: "many units at once: groups, trees, decoding", uses: foundations}
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

test.each(Object.entries(rooms))("lib/plot/%s uses what it may", (room, {uses}) => {
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
