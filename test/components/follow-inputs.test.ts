// On Observable's own runtime, as in a page.
import {Runtime} from "@observablehq/runtime";
import {parseHTML} from "linkedom";
import {afterEach, beforeAll, beforeEach, describe, expect, test, vi} from "vitest";
import {type CellModule, followInputs} from "../../src/components/follow-inputs.js";

beforeAll(() => followInputs(Runtime));

/** A page with one input, x, which is 1, and a function that changes it. */
function pageWithInput(): {main: CellModule; change: (x: number) => void} {
  const main = new Runtime().module();
  let change = (_: number) => {};
  main.variable(true).define("x", [], async function* () {
    for (let x = 1; ; ) {
      yield x;
      x = await new Promise<number>((resolve) => (change = resolve));
    }
  });
  return {main, change: (x) => change(x)};
}

/** What a cell shows, one value after the other. */
function shownBy(main: CellModule, inputs: string[], body: (...given: never[]) => unknown): unknown[] {
  const shown: unknown[] = [];
  main
    .variable({fulfilled: (value) => shown.push(value), rejected: (error) => shown.push(error)})
    .define(null, inputs, body as (...given: unknown[]) => unknown);
  return shown;
}

/** Lets the page compute until nothing is left to do: far more turns than a change takes. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
}

const never = new Promise<never>(() => {});

describe("a cell whose input changes runs again, even if its last run", () => {
  test.each<[string, (x: number) => unknown]>([
    ["waits for a promise that is never settled", async (x) => (x === 1 ? never : x)],
    [
      "waits for the first value of a generator",
      async function* (x) {
        yield x === 1 ? never : x;
      }
    ],
    [
      "waits for a promise that a generator gives without waiting for it",
      function* (x) {
        yield x === 1 ? never : x;
      }
    ],
    [
      "waits for a generator that comes later and gives nothing",
      async (x) =>
        (async function* () {
          yield x === 1 ? never : x;
        })()
    ]
  ])("%s", async (_, body) => {
    const {main, change} = pageWithInput();
    const shown = shownBy(main, ["x"], body);
    await rest();
    expect(shown).toEqual([]);
    change(2);
    await rest();
    expect(shown).toEqual([2]);
  });

  test("and so do the cells that use what it gives", async () => {
    const {main, change} = pageWithInput();
    main.variable(true).define("result", ["x"], async (x) => (x === 1 ? never : `of ${x}`));
    const shown = shownBy(main, ["result"], (result: string) => result);
    await rest();
    change(2);
    await rest();
    expect(shown).toEqual(["of 2"]);
  });
});

test("whatever becomes of earlier runs, and in which order, the last input's value is the one that is shown at the end", async () => {
  const {main, change} = pageWithInput();
  const ends = new Map<number, (value: string) => void>();
  const shown = shownBy(main, ["x"], (x: number) => new Promise((resolve) => ends.set(x, resolve)));
  await rest();
  for (const x of [2, 3, 4]) {
    change(x);
    await rest();
  }
  for (const x of [4, 1, 3, 2]) {
    ends.get(x)?.(`of ${x}`);
    await rest();
  }
  expect(shown).toEqual(["of 4"]);
});

test("a cell that fails says so, and what it failed for when its inputs changed is not heard of", async () => {
  const {main, change} = pageWithInput();
  const failures = [new Error("no such file"), new Error("no such unit")];
  const fail: (() => void)[] = [];
  const shown = shownBy(
    main,
    ["x"],
    () => new Promise((_, reject) => fail.push(() => reject(failures[fail.length - 1])))
  );
  await rest();
  change(2);
  await rest();
  for (const each of fail) each();
  await rest();
  expect(shown).toEqual([failures[1]]);
});

test("a cell gets its inputs in its own order, and its invalidation resolves once when an input changes", async () => {
  const {main, change} = pageWithInput();
  const ended: number[] = [];
  main.variable(true).define("y", [], () => "y");
  const shown = shownBy(main, ["y", "invalidation", "x"], (y: string, invalidation: Promise<void>, x: number) => {
    void invalidation.then(() => ended.push(x));
    return [y, x];
  });
  await rest();
  expect(ended).toEqual([]);
  change(2);
  await rest();
  expect(shown).toEqual([
    ["y", 1],
    ["y", 2]
  ]);
  expect(ended).toEqual([1]);
});

test("a generator that is left is closed", async () => {
  const {main, change} = pageWithInput();
  const closed: number[] = [];
  shownBy(main, ["x"], async function* (x: number) {
    try {
      for (;;) yield x;
    } finally {
      closed.push(x);
    }
  });
  await rest();
  change(2);
  await rest();
  expect(closed).toEqual([1]);
});

describe("cells that take long", () => {
  let clock = 0;
  beforeEach(() => {
    clock = performance.now();
    vi.spyOn(performance, "now").mockImplementation(() => clock);
  });
  afterEach(() => vi.restoreAllMocks());

  /** Cells that each take as many ms, and use what the one before gives; and the order in which they ran, and a click was heard. */
  function chain(main: CellModule, count: number, milliseconds: number, onClick = () => {}): string[] {
    const order: string[] = [];
    const click = () => {
      order.push("click");
      onClick();
    };
    for (let i = 1; i <= count; i++)
      main.variable({}).define(`y${i}`, [i === 1 ? "x" : `y${i - 1}`], (value) => {
        if (i === 1 && value === 1) setTimeout(click);
        clock += milliseconds;
        order.push(`y${i} of ${value}`);
        return value;
      });
    return order;
  }

  test("let the page hear a click before the next one runs", async () => {
    const order = chain(pageWithInput().main, 3, 50);
    await rest();
    expect(order.indexOf("click")).toBe(1);
    expect(order).toHaveLength(4);
  });

  test("but run without a pause as long as they are quick together", async () => {
    const order = chain(pageWithInput().main, 3, 10);
    await rest();
    expect(order).toEqual(["y1 of 1", "y2 of 1", "y3 of 1", "click"]);
  });

  test("do not run if what was clicked changes what they use", async () => {
    const {main, change} = pageWithInput();
    const order = chain(main, 9, 50, () => change(2));
    await rest();
    expect(order.at(-1)).toBe("y9 of 2");
    expect(order).not.toContain("y9 of 1");
  });
});

describe("the element of a cell", () => {
  const elementIn = () => parseHTML("<figure></figure>").document.querySelector("figure")!;

  test("is busy from the change of an input until the cell shows something again", async () => {
    const {main, change} = pageWithInput();
    const figure = elementIn();
    let end = (_: string) => {};
    main.variable({_node: figure}).define(null, ["x"], () => new Promise((resolve) => (end = resolve)));
    await rest();
    expect(figure.getAttribute("aria-busy"), "nothing is shown that could be of earlier inputs").toBeNull();
    end("a figure");
    await rest();
    expect(figure.getAttribute("aria-busy")).toBeNull();
    change(2);
    await rest();
    expect(figure.getAttribute("aria-busy")).toBe("true");
    change(3);
    await rest();
    expect(figure.getAttribute("aria-busy")).toBe("true");
    end("another figure");
    await rest();
    expect(figure.getAttribute("aria-busy")).toBeNull();
  });

  test("is busy until the last of its cells has shown something, or failed", async () => {
    const {main, change} = pageWithInput();
    const figure = elementIn();
    const ends: (() => void)[] = [];
    for (const _ of ["a number", "another"])
      main
        .variable({_node: figure})
        .define(
          null,
          ["x"],
          (x) =>
            new Promise<void>((resolve, reject) => (x === 1 ? resolve() : ends.push(ends.length ? reject : resolve)))
        );
    await rest();
    change(2);
    await rest();
    ends[0]();
    await rest();
    expect(figure.getAttribute("aria-busy")).toBe("true");
    ends[1]();
    await rest();
    expect(figure.getAttribute("aria-busy")).toBeNull();
  });
});
