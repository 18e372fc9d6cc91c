// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pages are written as text
// What TypeScript says of the cells of pages, and where.
import {describe, expect, test} from "vitest";
import {checkTypes} from "../../../lib/commands/cells/check-types.js";
import {checkedPages} from "./checked-pages.js";

const rates = `
export interface Unit {unit_id: number; firing_rate: number}
export function meanRate(units: readonly Unit[]): number { return units.length; }
export function rateInput(least: number): HTMLElement & {value: number} { throw least; }
export function draw(kind: "bright" | "dark"): Promise<SVGElement> { throw kind; }
export async function units(): Promise<Unit[]> { return []; }
`;

/** A page of fences, each behind a line of text: the first line of code is line 4. */
const page = (...fences: string[]) => fences.map((code) => `Text\n\n\`\`\`js\n${code}\n\`\`\`\n\n`).join("");

const faultless: Record<string, string> = {
  "promises are waited for": page(
    'import {meanRate, units} from "./rates.js";',
    "const mean = meanRate(all);\ndisplay(mean.toFixed(1));",
    "const all = units();"
  ),
  "an input is its value": page(
    'import {rateInput} from "./rates.js";',
    "const least = view(rateInput(1));",
    "least.toFixed(1)",
    "const input = rateInput(2);\nconst most = Generators.input(input);",
    "input.dispatchEvent(new Event(String(most + least)))"
  ),
  "a generator is what it yields": page(
    "const count = (async function* () {\n  for (let i = 0; ; i++) yield i;\n})();\nconst other = (function* () { yield Promise.resolve('a'); })();",
    "count.toFixed(1) + other.toUpperCase()"
  ),
  "a constant keeps its type": page('import {draw} from "./rates.js";', "draw(kind)", 'const kind = "dark";'),
  "a function may be used before its cell": page("double(2).toFixed(1)", "function double(n) {\n  return 2 * n;\n}"),
  "callbacks and parameters need no type": page(
    "const add = (a, {b, c = 1}, ...rest) => a + b + c + rest.length;\nconst list = [];\nlist.push(add(1, {b: 2}));",
    "list.map((value) => value.toFixed(1))"
  ),
  "names of a function stay in it, those of a cell in its page": page(
    "{ const a = 1; display(a); }",
    "const a = 'a';",
    "a.length"
  ),
  "rows of a table have any column": page(
    "const table = aq.table({unit_id: [1]});",
    "table.objects().map((row) => row.unit_id + [...table.values('unit_id')][0])"
  ),
  "libraries are there by name": page(
    "Plot.plot({width, marks: [Plot.dot([now], {x: d3.format('d')})]})",
    "html`<b>${svg`<path>`}</b>`.append(String(dark))",
    "invalidation.then(() => display(resize((width) => String(width))));\nawait visibility();"
  )
};

const faults: Record<string, [string, string[]]> = {
  "a function that is not there": [
    page("display(1);\ndisplai(2);"),
    ["5:1 - error TS2552: Cannot find name 'displai'. Did you mean 'display'?"]
  ],
  "a misspelt import": [
    page('import {meanRates} from "./rates.js";', "meanRates([])"),
    ["4:9 - error TS2724: '\"./rates.js\"' has no exported member named 'meanRates'. Did you mean 'meanRate'?"]
  ],
  "a module that is not there": [
    page('import {meanRate} from "./rate.js";', "meanRate([])"),
    ["4:24 - error TS2307: Cannot find module './rate.js' or its corresponding type declarations."]
  ],
  "too few arguments, of a module's function and of a cell's": [
    page('import {meanRate} from "./rates.js";\nmeanRate();', "const twice = (n, m) => n * m;", "twice(1)"),
    ["5:1 - error TS2554: Expected 1 arguments, but got 0.", "17:1 - error TS2554: Expected 2 arguments, but got 1."]
  ],
  "a property that is not there, of another cell's value": [
    page('import {units} from "./rates.js";', "all.map((unit) =>\n  unit.firing_rat)", "const all = await units();"),
    ["11:8 - error TS2551: Property 'firing_rat' does not exist on type 'Unit'. Did you mean 'firing_rate'?"]
  ],
  "a promise within its own cell": [
    page('import {units} from "./rates.js";', "const all = units();\nall.length;"),
    ["11:5 - error TS2339: Property 'length' does not exist on type 'Promise<Unit[]>'."]
  ],
  "a value of the wrong kind": [
    page('import {meanRate} from "./rates.js";', "meanRate(1)"),
    ["10:10 - error TS2345: Argument of type 'number' is not assignable to parameter of type 'readonly Unit[]'."]
  ],
  "an expression in text, in HTML and in a table": [
    "“Σ” is ${nope} and ${1 + 1}.\n\n<p>\n<b>${'a'.lenght}</b>\n</p>\n\n| a |\n|---|\n| ${width.nope} |\n",
    [
      "1:10 - error TS2304: Cannot find name 'nope'.",
      "4:10 - error TS2551: Property 'lenght' does not exist on type '\"a\"'. Did you mean 'length'?",
      "9:11 - error TS2339: Property 'nope' does not exist on type 'number'."
    ]
  ],
  "a cell in a list": [
    "- item\n\n  ```js\n  display(\n    nope);\n  ```\n",
    ["5:5 - error TS2304: Cannot find name 'nope'."]
  ],
  "another cell's name that is assigned to": [
    page("let a = 1;", "a = 2;"),
    ["10:1 - error TS2588: Cannot assign to 'a' because it is a constant."]
  ],
  "two cells with one name": [
    page("const a = 1;", "const b = 1,\n  a = 2;", "a + b"),
    ["11:3 - error another cell declares a, too"]
  ],
  "a circle": [page("const a = b;", "const b = a;"), ["10:11 - error a circle of cells: b needs a needs b"]],
  "a cell that is no JavaScript, beside one that is": [
    page("const a = ;", "nope"),
    ["4:11 - error Unexpected token", "10:1 - error TS2304: Cannot find name 'nope'."]
  ]
};

const names = [...Object.keys(faultless), ...Object.keys(faults)];
const nameOf = (title: string) => `page-${names.indexOf(title)}.md`;
const said = checkedPages(checkTypes, {
  "rates.ts": rates,
  "[session]/page.md": "${observable.params.session} ${observable.params.sesion}\n",
  ...Object.fromEntries(Object.entries(faultless).map(([title, text]) => [nameOf(title), text])),
  ...Object.fromEntries(Object.entries(faults).map(([title, [text]]) => [nameOf(title), text]))
});

describe("no error", () => {
  test.each(Object.keys(faultless))("%s", (title) => {
    expect(said[nameOf(title)] ?? []).toEqual([]);
  });
});

describe("an error at its line and column", () => {
  test.each(Object.keys(faults))("%s", (title) => {
    expect(said[nameOf(title)]).toEqual(faults[title][1]);
  });

  test("a parameter that the page's address does not have", () => {
    expect(said["[session]/page.md"]).toEqual([
      "1:50 - error TS2551: Property 'sesion' does not exist on type '{ session: string; }'. Did you mean 'session'?"
    ]);
  });
});
