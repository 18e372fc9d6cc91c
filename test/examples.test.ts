// Whoever meets a function with options sees a line of its use: its doc comment has an example.
import {readdirSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import {parseSync} from "rolldown/utils";
import {expect, test} from "vitest";

interface Found {
  name: string;
  hasExample: boolean;
}

test.each(["lib/analysis", "lib/plot"])(
  "every function of the doors of %s that takes options has an example",
  (room) => {
    const found = doorsIn(room).flatMap((door) =>
      exportsOf(door).flatMap(({path, name}) => withOptions(path).filter((one) => one.name === name))
    );
    expect(found.length).toBeGreaterThan(0);
    expect(withoutExample(found)).toEqual([]);
  }
);

test("every method of a session that takes options has an example", () => {
  const found = withOptions("lib/session/ecephys-session.ts");
  expect(found.map(({name}) => name)).toEqual(expect.arrayContaining(["fromNwb", "spikeTimes", "lfp"]));
  expect(withoutExample(found)).toEqual([]);
});

function withoutExample(found: readonly Found[]): string[] {
  return [...new Set(found.filter(({hasExample}) => !hasExample).map(({name}) => name))];
}

function doorsIn(room: string): string[] {
  return readdirSync(room, {recursive: true, encoding: "utf8"})
    .map((name) => posix.join(room, name.replaceAll("\\", "/")))
    .filter((path) => posix.basename(path) === "index.ts");
}

/** What a door gives by name, and the module that it is of. */
function exportsOf(door: string): {path: string; name: string}[] {
  const {staticExports} = parseSync(door, readFileSync(door, "utf8")).module;
  return staticExports
    .flatMap(({entries}) => entries)
    .flatMap(({moduleRequest, importName, isType}) => {
      if (!moduleRequest || importName.name === null || isType) return [];
      const path = posix.join(posix.dirname(door), moduleRequest.value).replace(/\.js$/, ".ts");
      return [{path, name: importName.name}];
    });
}

/** The exported functions of a module, and the methods of its exported classes, whose last parameter is options. */
function withOptions(path: string): Found[] {
  const text = readFileSync(path, "utf8");
  const {program, comments} = parseSync(path, text);
  const found: Found[] = [];
  const take = (name: string, start: number, parameters: readonly {start: number; end: number}[]) => {
    const last = parameters.at(-1);
    if (!last || !/options\b|= \{\}$/i.test(text.slice(last.start, last.end))) return;
    const doc = comments.find(({end}) => end <= start && text.slice(end, start).trim() === "");
    found.push({name, hasExample: doc?.value.includes("@example") ?? false});
  };
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    const {declaration} = statement;
    if (declaration?.type === "FunctionDeclaration" && declaration.id)
      take(declaration.id.name, statement.start, declaration.params);
    if (declaration?.type === "ClassDeclaration")
      for (const member of declaration.body.body)
        if (member.type === "MethodDefinition" && member.key.type === "Identifier")
          take(member.key.name, member.start, member.value.params);
  }
  return found;
}
