// A reader changes a number in a shown cell, and the whole page follows: nothing that it says or draws repeats the old one.
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {EDITED_CELLS, type EditedCell} from "../pages/edited-cells.js";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";

const origin = inject("origin");
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(() => browser.close());

describe.each(EDITED_CELLS)("$page with $edited", ({page, shown, edited, before, after}) => {
  test("says what is so after the change, and nothing of what was so before", async () => {
    const said = await opened(page);
    expect(said.words).toMatch(before);
    const then = await opened(page, {shown, edited});
    for (const words of after) expect(then.words).toContain(words);
    expect(then.words).not.toMatch(before);
    expect(then.failed).toEqual([]);
  });
});

test("rates stay what they are when they are counted over a shorter time", async () => {
  const {page, shown, edited} = EDITED_CELLS.find(({edited}) => edited.includes("0.2]"))!;
  const {highestRates: before} = await opened(page);
  const {highestRates: after} = await opened(page, {shown, edited});
  expect(before.length).toBeGreaterThan(0);
  for (const [i, rate] of after.entries()) expect(rate / before[i]).toBeCloseTo(1, 0);
});

/** What a page says once it has computed everything, with a cell as it is or as a reader has changed it. */
async function opened(page: string, change?: Pick<EditedCell, "shown" | "edited">) {
  const name = page.replace(/^.*\/|\.md$/g, "");
  const path = builtPages().find((built) => built.endsWith(`/${name}`))!;
  const context = await browser.newContext({viewport: {width: 1280, height: 12_000}});
  const tab = await context.newPage();
  try {
    await tab.route(origin + path, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({response, body: change ? html.replace(change.shown, change.edited) : html});
    });
    await tab.goto(origin + path, {waitUntil: "networkidle"});
    const rest = () =>
      !document.querySelector("main :is(.long-task.running, .work progress:not([hidden]), observablehq-loading)");
    await tab.waitForFunction(rest, undefined, {timeout: 60_000});
    await tab.waitForTimeout(500);
    await tab.waitForFunction(rest, undefined, {timeout: 60_000});
    return await tab.evaluate(() => {
      const main = document.querySelector("#observablehq-main")!;
      const texts = [...main.querySelectorAll(":is(p, figcaption, .input, aside, td, th):not(pre *)")];
      const names = [...main.querySelectorAll("[aria-label], [aria-description], desc, title")];
      const ticks = (figure: Element) =>
        [...figure.querySelectorAll("[aria-label='y-axis tick label'] text")].map((text) => Number(text.textContent));
      return {
        words: [
          ...texts.map(({textContent}) => textContent),
          ...names.map((named) => ["aria-label", "aria-description"].map((of) => named.getAttribute(of)).join(" "))
        ].join("\n"),
        failed: [...main.querySelectorAll(".observablehq--error")].map(({textContent}) => textContent),
        highestRates: [...main.querySelectorAll("figure.psth")].map((figure) => Math.max(...ticks(figure)))
      };
    });
  } finally {
    await context.close();
  }
}
