import {createHash} from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {
  deleteStaleSnapshots,
  isEditedSince,
  keepSnapshot,
  noteSnapshots,
  requireAsNoted,
  type SnapshotOrigins,
  snapshotOrigins
} from "../../lib/site/fresh-snapshots.js";

/** A project of one loader, which imports a file that imports another, and reads one input per session. */
let project: string;
let origins: SnapshotOrigins;

const snapshot = "data/7/units.arrow";
const cached = `src/.observablehq/cache/${snapshot}`;
const loader = "src/data/[session]/units.arrow.ts";

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "fresh-snapshots-"));
  write(loader, 'import {rate} from "../../../lib/rate.js"; console.log(rate);');
  write("lib/rate.ts", 'import {clock} from "./clock.js"; export const rate = clock;');
  write("lib/clock.ts", "export const clock = 30_000;");
  write("lib/unrelated.ts", "export const unrelated = 1;");
  write("package-lock.json", "{}");
  write("inputs/7.nwb", "spikes");
  origins = {
    root: join(project, "src"),
    loaders: "data",
    settings: {sessions: "inputs"},
    lockFile: join(project, "package-lock.json"),
    inputs: ({session}) => [join(project, "inputs", `${session}.nwb`), join(project, "inputs", "channels.csv")],
    digest: async (path) => readFileSync(path, "utf8")
  };
});

afterEach(() => rmSync(project, {recursive: true}));

describe("a snapshot that was noted", () => {
  beforeEach(() => make());

  test("is refused by a build, and deleted, when its bytes are others, though size and date are as they were", async () => {
    const read = () =>
      new Map([
        [
          snapshot,
          createHash("sha256")
            .update(readFileSync(join(project, cached)))
            .digest("hex")
        ]
      ]);
    requireAsNoted(origins.root, read());
    const {mtime} = statSync(join(project, cached));
    const bytes = readFileSync(join(project, cached));
    bytes[0] ^= 1;
    writeFileSync(join(project, cached), bytes);
    utimesSync(join(project, cached), mtime, mtime);
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
    expect(() => requireAsNoted(origins.root, read())).toThrow(`have been deleted: ${snapshot}.`);
    expect(existsSync(join(project, cached))).toBe(false);
  });

  test("is kept when nothing changed", async () => {
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test("is kept when a source was only touched, as a fresh checkout does", async () => {
    later("lib/clock.ts");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test("is kept when the session's file was only touched, or is a copy", async () => {
    later("inputs/7.nwb");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test("is kept in a copy of the folder, in which every date is another, and a preview has no reason to run its loader", async () => {
    const copy = `${project}-copy`;
    cpSync(project, copy, {recursive: true});
    const inCopy = {
      ...origins,
      root: join(copy, "src"),
      lockFile: join(copy, "package-lock.json"),
      inputs: ({session}: Readonly<Record<string, string>>) => [
        join(copy, "inputs", `${session}.nwb`),
        join(copy, "inputs", "channels.csv")
      ]
    };
    utimesSync(join(copy, cached), 1, 1);
    try {
      expect(await deleteStaleSnapshots(inCopy)).toEqual([]);
      expect(statSync(join(copy, cached)).mtimeMs).toBeGreaterThan(statSync(join(copy, loader)).mtimeMs);
    } finally {
      rmSync(copy, {recursive: true});
    }
  });

  test("is kept when a file changed that the loader does not import", async () => {
    write("lib/unrelated.ts", "export const unrelated = 2;");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test.each([
    ["the loader changed", () => write(loader, 'import {rate} from "../../../lib/rate.js"; console.log(-rate);')],
    ["a file that the loader imports changed", () => write("lib/rate.ts", "export const rate = 1;")],
    ["a file imported by an import changed", () => write("lib/clock.ts", "export const clock = 25_000;")],
    ["a package changed", () => write("package-lock.json", '{"packages": {}}')],
    ["the session file changed", () => write("inputs/7.nwb", "other spikes")],
    ["the session file was written again at the same size", () => write("inputs/7.nwb", "spiked")],
    ["the session file went", () => rmSync(join(project, "inputs/7.nwb"))],
    ["a table appeared beside the session file", () => write("inputs/channels.csv", "id")],
    ["the loader no longer parses", () => write(loader, "const const")],
    ["the loader went", () => rmSync(join(project, loader))]
  ])("goes when %s", async (_, change) => {
    change();
    expect(await deleteStaleSnapshots(origins)).toEqual([snapshot]);
  });

  test("goes when a setting changed", async () => {
    expect(await deleteStaleSnapshots({...origins, settings: {sessions: "elsewhere"}})).toEqual([snapshot]);
  });

  test("stays when another session's file changed", async () => {
    write("inputs/8.nwb", "other mouse");
    await make("data/8/units.arrow");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
    write("inputs/8.nwb", "other mouse's spikes");
    expect(await deleteStaleSnapshots(origins)).toEqual(["data/8/units.arrow"]);
  });

  test("stays when another loader does not parse", async () => {
    write("src/data/[session]/broken.arrow.ts", "const const");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });
});

describe("a snapshot that a preview wrote in the place of a noted one", () => {
  beforeEach(() => make());

  test("goes when a source was edited, previewed, and put back as it was", async () => {
    const source = read("lib/clock.ts");
    write("lib/clock.ts", "export const clock = 1;");
    preview("arrow of another clock");
    write("lib/clock.ts", source);
    expect(await deleteStaleSnapshots(origins)).toEqual([snapshot]);
  });

  test("goes even when everything carries its old date and has its old size", async () => {
    const source = read("lib/clock.ts");
    const [{mtime}, {mtime: made}] = ["lib/clock.ts", cached].map((path) => statSync(join(project, path)));
    write("lib/clock.ts", "export const clock = 1;");
    preview("ARROW");
    write("lib/clock.ts", source);
    utimesSync(join(project, "lib/clock.ts"), mtime, mtime);
    expect(statSync(join(project, cached)).mtimeMs).not.toBe(made.getTime());
    expect(await deleteStaleSnapshots(origins)).toEqual([snapshot]);
  });

  test("stays when it is what was noted, to the last byte", async () => {
    preview("arrow");
    expect(await deleteStaleSnapshots(origins)).toEqual([]);
  });

  test("goes when nobody has noted one of its name", async () => {
    write("inputs/8.nwb", "other mouse");
    write("src/.observablehq/cache/data/8/units.arrow", "arrow");
    expect(await deleteStaleSnapshots(origins)).toEqual(["data/8/units.arrow"]);
  });
});

test("a snapshot is as old as the moment at which its maker read its sources", () => {
  keepSnapshot(origins.root, snapshot, new TextEncoder().encode("arrow"), new Date(1000));
  expect(statSync(join(project, cached)).mtimeMs).toBe(1000);
});

test("a source that was written, or went, while snapshots were made is known to have been edited; also when it is put back", async () => {
  const origin = (await (await snapshotOrigins(origins))(snapshot))!;
  const [started, later] = [new Date(Date.now() + 10_000), new Date(Date.now() + 20_000)];
  expect(isEditedSince(origin, started)).toBe(false);
  utimesSync(join(project, "lib/unrelated.ts"), later, later);
  expect(isEditedSince(origin, started)).toBe(false);
  utimesSync(join(project, "lib/clock.ts"), later, later);
  expect(isEditedSince(origin, started)).toBe(true);
  rmSync(join(project, "lib/clock.ts"));
  expect(isEditedSince(origin, started)).toBe(true);
});

test("where no loader makes a snapshot, it comes from nowhere", async () => {
  const originOf = await snapshotOrigins(origins);
  expect(await originOf("data/7/channels.arrow")).toBeNull();
  expect(await originOf(snapshot)).toMatchObject({loader: "data/[session]/units.arrow.ts"});
});

test("what a failed loader left behind goes", async () => {
  write("src/.observablehq/cache/data/7/units.arrow.4711.err", "arrow");
  expect(await deleteStaleSnapshots(origins)).toEqual(["data/7/units.arrow.4711.err"]);
});

/** Makes a snapshot as a build does: it looks up where it comes from, puts it in the cache, and notes it. */
async function make(name = snapshot): Promise<void> {
  const {key} = (await (await snapshotOrigins(origins))(name))!;
  keepSnapshot(origins.root, name, new TextEncoder().encode("arrow"), new Date());
  noteSnapshots(origins.root, new Map([[name, key]]));
}

/** Writes what a loader would that a preview runs again. */
function preview(arrow: string): void {
  write(cached, arrow);
  later(cached);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), {recursive: true});
  writeFileSync(join(project, path), text);
}

function read(path: string): string {
  return readFileSync(join(project, path), "utf8");
}

/** Sets a file's date ahead, and leaves what is in it. */
function later(path: string): void {
  const time = Date.now() / 1000 + 60;
  utimesSync(join(project, path), time, time);
}
