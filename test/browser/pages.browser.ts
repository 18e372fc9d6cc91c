// Every page of the built site, in Chromium: it works, it asks nobody else for anything, and it is as light as promised.
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {printedTable} from "../printed-table.js";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";
import {touchingNames} from "./touching-names.js";
import {moveInputs, type Transfer, type Visit, visit} from "./visit.js";
import type {Vitals} from "./vitals.js";

/** The promises of the design, in bytes compressed and in milliseconds. */
const budgets = {
  firstView: {javaScript: 330_000, data: 2_000_000, requests: 60},
  wholePage: {javaScript: 700_000, data: 10_000_000, requests: 120},
  vitals: {lcp: 1500, cls: 0.05, inp: 100}
};

const origin = inject("origin");
const rows: (string | number)[][] = [];
const remarks: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(async () => {
  await browser.close();
  rows.push(row("budget", budgets.firstView, budgets.wholePage, 0, budgets.vitals));
  const headings = [
    "page",
    "JS (KB)",
    "later",
    "data (KB)",
    "later",
    "requests",
    "other hosts",
    "LCP (ms)",
    "CLS",
    "INP (ms)"
  ];
  console.log(
    [
      "What each page takes, compressed: in its first view, and after every input was moved and the page read to its end.",
      "LCP and INP are of this machine, and not judged.",
      printedTable(headings, rows),
      ...remarks
    ].join("\n")
  );
});

describe.each(builtPages())("%s", (path) => {
  let reading: Visit;
  let firstView: Transfer;

  beforeAll(async () => {
    reading = await visit(browser, origin, path, {viewport: {width: 1280, height: 800}});
    firstView = await reading.transferred();
  });
  afterAll(() => reading.close());

  test("has a heading", async () => {
    expect(await reading.page.locator("main h1").count()).toBe(1);
  });

  test("has no cell that failed", async () => {
    expect(await reading.page.locator(".observablehq--error").allTextContents()).toEqual([]);
  });

  test("is within the budget of its first view", () => {
    expect(firstView.javaScript).toBeLessThanOrEqual(budgets.firstView.javaScript);
    expect(firstView.data).toBeLessThanOrEqual(budgets.firstView.data);
    expect(firstView.requests).toBeLessThanOrEqual(budgets.firstView.requests);
  });

  const patience = {timeout: 300_000}; // an exercise computes anew at each step
  test("still works, and is within its budget, after every input was moved and read to its end", patience, async () => {
    const {page} = reading;
    const notBack = await moveInputs(page);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const wholePage = await reading.transferred();
    const vitals = await page.evaluate(() => globalThis.vitals);
    rows.push(row(path, firstView, wholePage, reading.foreignRequests.length, vitals));
    remarks.push(...overBudget(path, vitals));
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(notBack).toBe("");
    expect(vitals.cls, "what moves by itself").toBeLessThanOrEqual(budgets.vitals.cls);
    expect(wholePage.javaScript).toBeLessThanOrEqual(budgets.wholePage.javaScript);
    expect(wholePage.data).toBeLessThanOrEqual(budgets.wholePage.data);
  });

  test("asks no other host, and nothing that is not there", () => {
    expect(reading.foreignRequests).toEqual([]);
    expect(reading.failedRequests).toEqual([]);
  });

  test("says nothing on the console", () => {
    expect(reading.complaints).toEqual([]);
  });

  test("fits a screen of 390 pixels, on which no two names in a figure touch", async () => {
    const narrow = await visit(browser, origin, path, {viewport: {width: 390, height: 844}});
    try {
      const {width, wide} = await narrow.page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        wide: [...document.querySelectorAll("main *")]
          .filter((element) => element.getBoundingClientRect().right > innerWidth)
          .slice(0, 3)
          .map((element) => element.outerHTML.slice(0, 120))
      }));
      expect(width, wide.join("\n")).toBeLessThanOrEqual(390);
      expect(await touchingNames(narrow.page)).toEqual([]);
      expect(await narrow.page.locator(".observablehq--error").allTextContents()).toEqual([]);
    } finally {
      await narrow.close();
    }
  });
});

function row(
  page: string,
  first: Transfer,
  whole: Transfer,
  foreign: number,
  {lcp, cls, inp}: Pick<Vitals, "lcp" | "cls" | "inp">
): (string | number)[] {
  const kilobytes = (bytes: number) => Math.round(bytes / 1000);
  return [
    page,
    kilobytes(first.javaScript),
    kilobytes(whole.javaScript),
    kilobytes(first.data),
    kilobytes(whole.data),
    first.requests,
    foreign,
    Math.round(lcp),
    cls.toFixed(3),
    inp
  ];
}

/** What on a page moves or answers late, where that is more than promised. */
function overBudget(page: string, {cls, inp, shifts, slowest}: Vitals): string[] {
  const moved = shifts.filter(({value}) => value > 0.01).map(({value, moved}) => `${value.toFixed(3)} ${moved}`);
  return [
    ...(cls > budgets.vitals.cls ? [`${page} moves: ${moved.join("; ")}`] : []),
    ...(inp > budgets.vitals.inp ? [`${page} answers after ${inp} ms: ${slowest}`] : [])
  ];
}
