import {describe, expect, test} from "vitest";
import {parseCell} from "../../lib/cells/parse-cell.js";

const fence = (source: string) => parseCell({kind: "fence", source});
const names = (list: {name: string}[]) => list.map(({name}) => name);

describe("what a cell gives", () => {
  test("is what its outermost level declares: variables, functions, classes, imports", () => {
    const {declarations} = fence(
      'import {linspace as space} from "../lib/index.js";\n' +
        "const {a, b: [c, ...d], e = 1} = f(); let g; var h; function i(j) { var k; } class L {} if (a) { var m; const n = 1; }"
    );
    expect(names(declarations)).toEqual(["space", "a", "c", "d", "e", "g", "h", "i", "L"]);
  });

  test("stands where it is declared", () => {
    const {declarations} = fence("const µ = 1, σ = 2;");
    expect(declarations).toEqual([
      {name: "µ", start: 6, end: 7},
      {name: "σ", start: 13, end: 14}
    ]);
  });

  test("is nothing for an expression; a named function or class is a declaration, and a block is none", () => {
    expect(fence("{a: 1}")).toMatchObject({isExpression: true, declarations: []});
    expect(fence("(a, b) // why")).toMatchObject({isExpression: true, declarations: []});
    expect(names(fence("function f() {}").declarations)).toEqual(["f"]);
    expect(fence("a;").isExpression).toBe(false);
  });
});

describe("what a cell needs", () => {
  test("is every name that it does not declare itself, also in functions, patterns and templates", () => {
    const {references} = fence(
      "const f = (x = p, {y, [q]: z}) => `$" + "{x + y + z + r}`; for (const s of t) s.u(v => v + w); await f(a.b);"
    );
    expect(names(references)).toEqual(["p", "q", "r", "t", "w", "a"]);
  });

  test("has the places of an expression, too", () => {
    expect(fence("a + b").references).toEqual([
      {name: "a", start: 0, end: 1},
      {name: "b", start: 4, end: 5}
    ]);
  });
});

describe("an error of syntax", () => {
  const placeOf = (kind: "fence" | "expression", source: string) => {
    try {
      parseCell({kind, source});
    } catch (error) {
      if (error instanceof SyntaxError && "pos" in error) return error.pos;
    }
    return null;
  };

  test("has its place in the source", () => {
    expect(placeOf("fence", "const a = 1;\nconst = 2;")).toBe(19);
    expect(placeOf("expression", "a b")).toBe(2);
  });

  test("is an export, a name that is declared twice, and a program where an expression has to stand", () => {
    expect(placeOf("fence", "const a = 1;\nexport {a};")).toBe(13);
    expect(placeOf("fence", "const a = 1;\nconst a = 2;")).toBe(19);
    expect(placeOf("expression", "const a = 1")).toBe(0);
  });

  test("is an expression that is one only in parentheses", () => {
    expect(placeOf("fence", "a) + (b")).toBe(1);
    expect(placeOf("expression", "a) + (b")).toBe(1);
  });
});
