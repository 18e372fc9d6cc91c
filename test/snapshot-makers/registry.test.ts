// The registry, the loaders and the attachments of pages are one list.
import {readdirSync, readFileSync} from "node:fs";
import {transformSync} from "esbuild";
import {describe, expect, it} from "vitest";
import {snapshotPaths} from "../../lib/commands/snapshots/begin-snapshots.js";
import {SNAPSHOT_MAKERS, sessionSnapshots} from "../../lib/snapshot-makers/index.js";

const snapshots = sessionSnapshots();

/** What a module beside the pages attaches: the nested record of its files, each as its path. */
function attachmentsOf(module: string): Record<string, unknown> {
  const {code} = transformSync(readFileSync(module, "utf8"), {loader: "ts"});
  const body = code.replace(/^import .*$/gm, "").replace(/^export const .*? = /m, "return ");
  const run = new Function("FileAttachment", "verifiedFiles", "sessionOpener", "observable", body);
  return run(
    (path: string) => path,
    (attachments: unknown) => attachments,
    (attachments: unknown) => attachments,
    {params: {session: "ID"}}
  );
}

/** The attachments by their paths in the folder of a session, each with its name and where it stands under that name. */
function flat(attachments: Record<string, unknown>, folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const walk = (value: unknown, keys: string[]) => {
    if (typeof value === "string") found.set(value.replace(folder, "").replace(/\.arrow$/, ""), keys);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, [...keys, key]);
  };
  walk(attachments, []);
  return found;
}

describe("the snapshots of a session", () => {
  const expected = new Map(snapshots.map(({name, parameters, path}) => [path, [name, ...Object.values(parameters)]]));

  it("are those that its pages attach, each under its name and the values of its parameters, in their order", () => {
    const attached = flat(attachmentsOf("src/[session]/session-files.ts"), "../data/ID/");
    expect([...attached].sort()).toEqual([...expected].sort());
    for (const name of Object.keys(SNAPSHOT_MAKERS)) {
      const of = (some: Map<string, string[]>) => [...some.values()].filter(([first]) => first === name);
      expect(of(attached), name).toEqual(of(expected));
    }
  });

  it("are, of the first session, what the home page attaches", () => {
    const attached = flat(attachmentsOf("src/first-session.ts"), "data/first/");
    for (const [path, keys] of attached) expect(expected.get(path)).toEqual(keys);
    const first = snapshotPaths([]).map((path) => path.replace("/data/first/", "").replace(".arrow", ""));
    expect([...attached.keys()].sort()).toEqual(first.sort());
  });

  it("each have a path of their own", () => {
    expect(expected.size).toBe(snapshots.length);
    expect(snapshots.map(({path}) => path)).toContain("lfp/probeC/2");
  });
});

describe("a data loader", () => {
  const loaders = readdirSync("data-loaders/[session]", {recursive: true, encoding: "utf8"}).filter((name) =>
    name.endsWith(".ts")
  );

  it("is there for each kind of snapshot, and says in its path which parameters that has", () => {
    const patterns = Object.entries(SNAPSHOT_MAKERS).map(([name, {parameters}]) => {
      const [first] = snapshots.filter((snapshot) => snapshot.name === name);
      const [folder] = first.path.split("/");
      return `${[folder, ...Object.keys(parameters).map((parameter) => `[${parameter}]`)].join("/")}.arrow.ts`;
    });
    expect(loaders.sort()).toEqual(patterns.sort());
  });

  it.each(Object.entries(SNAPSHOT_MAKERS))("of %s makes what the registry has under this name", async (name, maker) => {
    const [{path}] = snapshots.filter((snapshot) => snapshot.name === name);
    const [loader] = loaders.filter((file) => file.split(/[./]/)[0] === path.split("/")[0]);
    const source = readFileSync(`data-loaders/[session]/${loader}`, "utf8");
    expect(source).toContain(`export default await sessionLoader(${name});`);
    const [, module] = /from "(?:\.\.\/)+lib\/snapshot-makers\/([\w-]+)\.js"/.exec(source)!;
    expect((await import(`../../lib/snapshot-makers/${module}.ts`))[name]).toBe(maker);
  });
});
