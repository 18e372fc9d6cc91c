// The house of the project: which room may use which, and what never stands in one.
import {readdirSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import {describe, expect, test} from "vitest";

/** The rooms of lib/, and the rooms that each may import besides itself. */
const mayImport: Record<string, string[]> = {
  http: [],
  nwb: ["http"],
  array: [],
  session: ["nwb", "array", "analysis", "snapshot"],
  project: ["session", "nwb", "http", "snapshot", "array"],
  snapshot: ["array"],
  "snapshot-makers": ["session", "analysis", "snapshot", "array", "words"],
  analysis: ["array"],
  words: [], // what things are called
  lessons: ["session", "analysis", "array", "snapshot", "words"],
  plot: ["array", "analysis", "words"],
  sample: ["nwb", "analysis", "words"],
  cells: [],
  site: ["cells"],
  // makes or finds the sessions before the site is built; compares published ones with what others print of them
  commands: ["sample", "project", "site", "cells", "snapshot-makers", "session", "nwb", "snapshot", "analysis"]
};

/** Rooms that run in a page and a worker as they do in Node: there is no file system, and no document, in them. */
const everywhere = [
  "http",
  "nwb",
  "array",
  "session",
  "snapshot",
  "snapshot-makers",
  "analysis",
  "words",
  "lessons",
  "cells"
];

/** Every module of lib/, with what it imports: paths of modules, and names of packages. */
const modules = importsOf("lib");

describe.each(Object.entries(mayImport))("lib/%s", (room, others) => {
  const inside = modules.filter(({path}) => roomOf(path) === room);

  test(`imports only ${["itself", ...others.map((other) => `lib/${other}`)].join(", ")}`, () => {
    const allowed = new Set([room, ...others]);
    const strangers = inside.flatMap(({path, imports}) =>
      imports
        .filter((imported) => imported.startsWith("lib/") && imported !== "lib/tagged-error.ts")
        .filter((imported) => !allowed.has(roomOf(imported)))
        .map((imported) => `${path} imports ${imported}`)
    );
    expect(strangers).toEqual([]);
  });

  test("enters another room by its front door", () => {
    const trespasses = inside.flatMap(({path, imports}) =>
      imports
        .filter((imported) => imported.startsWith("lib/") && imported !== "lib/tagged-error.ts")
        .filter((imported) => roomOf(imported) !== room && posix.basename(imported) !== "index.ts")
        .map((imported) => `${path} imports ${imported}`)
    );
    expect(trespasses).toEqual([]);
  });
});

describe.each([...everywhere, "plot"])("lib/%s", (room) => {
  test("does not use Node's modules, except in a file that is named for it", () => {
    const uses = modules
      .filter(({path}) => roomOf(path) === room && !/\bnode\b/.test(posix.basename(path)))
      .flatMap(({path, imports}) =>
        imports.filter((imported) => imported.startsWith("node:")).map((name) => `${path} imports ${name}`)
      );
    expect(uses).toEqual([]);
  });
});

describe.each([...everywhere, "plot"])("lib/%s", (room) => {
  test("does not use what only Node has, also by type, except in a file or folder that is named for it", () => {
    const uses = modules
      .filter(({path}) => roomOf(path) === room && !/(^|\W)node\W/.test(path))
      .filter(({path}) =>
        /(?<![-.\w"])(process\.|Buffer\b|NodeJS\.|require\()/.test(
          readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
        )
      );
    expect(uses.map(({path}) => path)).toEqual([]);
  });
});

describe.each(everywhere)("lib/%s", (room) => {
  test("does not touch a document or a window", () => {
    const uses = modules
      .filter(({path}) => roomOf(path) === room)
      .filter(({path}) =>
        /(?<![-.\w])(document\.|window\.(document|location|navigator|add|inner|match|request))/.test(
          readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
        )
      );
    expect(uses.map(({path}) => path)).toEqual([]);
  });
});

test("a type that several lessons have is one definition: no two of their files declare one of the same name", () => {
  const files = readdirSync("lib/lessons", {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".ts"));
  const declared = files.flatMap((name) => {
    const text = readFileSync(posix.join("lib/lessons", name), "utf8");
    return Array.from(text.matchAll(/^(?:export )?(?:interface|type) (\w+)/gm), ([, type]) => type);
  });
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter((type, i) => declared.indexOf(type) !== i)).toEqual([]);
});

test("every room of lib/ stands in the description of the house, and in its picture", () => {
  for (const path of ["docs/architecture.md", "docs/architecture.svg"]) {
    const text = readFileSync(path, "utf8");
    expect(
      Object.keys(mayImport).filter((room) => !text.includes(`lib/${room}`)),
      path
    ).toEqual([]);
  }
});

test("every room of lib/ has its rules here", () => {
  const rooms = readdirSync("lib", {withFileTypes: true}).filter((entry) => entry.isDirectory());
  expect(rooms.map(({name}) => name).filter((name) => !(name in mayImport))).toEqual([]);
});

test("nothing outside lib/ imports from a room but through lib/index.ts, or a door that not every page needs", () => {
  const doors = ["lib/index.ts", "lib/tagged-error.ts"];
  const outside = [
    ...importsOf("src", ".md").filter(({path}) => !path.startsWith("src/lib/") && !path.startsWith("src/data/")),
    ...importsOf("src/components")
  ];
  const trespasses = outside.flatMap(({path, imports}) =>
    imports
      .filter((imported) => imported.startsWith("lib/") && !doors.includes(imported))
      .filter(
        (imported) =>
          !/^lib\/(analysis(\/[\w-]+)?|plot(\/[\w-]+)?|words|lessons\/[\w-]+|sample|session\/stimulus-metrics)\/index\.ts$/.test(
            imported
          )
      )
      .map((imported) => `${path} imports ${imported}`)
  );
  expect(trespasses).toEqual([]);
});

test("a data loader imports what loaders are built on, and the maker of its own snapshot: another maker's change is none of its", () => {
  const strangers = importsOf("data-loaders").flatMap(({path, imports}) =>
    imports
      .filter((imported) => !/^lib\/(project\/(loader|index)|snapshot-makers\/[\w-]+)\.ts$/.test(imported))
      .concat(imports.filter((imported) => imported.startsWith("lib/snapshot-makers/")).slice(1))
      .map((imported) => `${path} imports ${imported}`)
  );
  expect(strangers).toEqual([]);
});

test("no module imports itself by way of others, also for a type alone", () => {
  const importsOfModule = new Map(
    [...modules, ...importsOf("src/components")].map(({path, imports}) => [path, imports])
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (done.has(path) || way.includes(path)) return;
    for (const imported of importsOfModule.get(path) ?? []) follow(imported, [...way, path]);
    done.add(path);
  };
  for (const path of importsOfModule.keys()) follow(path, []);
  expect(circles).toEqual([]);
});

test("a constant of a module, a number, a text or a list, is written in capitals", () => {
  const others = ["lib", "src/components"]
    .flatMap((folder) => filesIn(folder, ".ts"))
    .filter((path) => !path.startsWith("lib/analysis/kernels/assembly/"))
    .flatMap((path) =>
      Array.from(
        readFileSync(path, "utf8").matchAll(
          /^(?:export )?const ([a-z]\w*)(?:: [^=\n]+)? = (?:-?\d[\d._e-]*|"[^"\n]*"|\[[^=]*?\])(?: as const)?;/gm
        ),
        ([, name]) => `${path}: ${name}`
      )
    );
  expect(others).toEqual([]);
});

test("no Markdown stands where Framework would make a page of it", () => {
  const markdown = ["lib", "data-loaders"].flatMap((directory) => filesIn(directory, ".md"));
  expect(markdown).toEqual([]);
});

/** The folder of a module under lib/, or "" for a module that stands in lib/ itself. */
function roomOf(path: string): string {
  return path.split("/").length > 2 ? path.split("/")[1] : "";
}

function filesIn(directory: string, ending: string): string[] {
  return readdirSync(directory, {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(ending))
    .map((name) => posix.join(directory, name.replaceAll("\\", "/")));
}

/** What every module or page of a folder imports; a type counts too, as whoever shares it depends on it. */
function importsOf(directory: string, ending = ".ts"): {path: string; imports: string[]}[] {
  return filesIn(directory, ending).map((path) => {
    const names = readFileSync(path, "utf8").matchAll(/(?:^|[;}\s])(?:from|import)\s*\(?\s*"([^"\n]+)"/g);
    return {path, imports: [...new Set([...names].map(([, name]) => moduleNamed(name, path)))].sort()};
  });
}

/** The path of the module that a relative specifier means; src/lib is lib. A package's name stays as it is. */
function moduleNamed(specifier: string, importer: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const path = posix.join(posix.dirname(importer), specifier).replace(/\.js$/, ".ts");
  return path.replace(/^src\/lib\//, "lib/");
}
