// Every page of the built site against the rules of axe-core, light and dark, and with all that folds open.
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";
import {type Visit, visit} from "./visit.js";

const rules = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const origin = inject("origin");
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(() => browser.close());

describe.each(builtPages())("%s", (path) => {
  let reading: Visit;

  beforeAll(async () => {
    reading = await visit(browser, origin, path, {viewport: {width: 1280, height: 800}});
    await reading.page.addScriptTag({path: rules});
    await reading.page.evaluate(() => {
      for (const details of document.querySelectorAll("main details")) details.setAttribute("open", "");
    });
  });
  afterAll(() => reading.close());

  test.each(["light", "dark"] as const)("breaks no rule of accessibility in its %s theme", async (colorScheme) => {
    await reading.page.emulateMedia({colorScheme});
    expect(await violations(reading.page)).toEqual([]);
  });

  test("has headings in order, none left out", async () => {
    const levels = await reading.page.evaluate(() =>
      [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map(({tagName}) => Number(tagName[1]))
    );
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });
});

declare global {
  var axe: {run(): Promise<AxeResults>};
}

/** What axe-core finds wrong, one line for each rule and element. */
async function violations(page: Page): Promise<string[]> {
  const {violations} = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({id, help, nodes}) => nodes.map(({html}) => `${id} (${help}): ${html.slice(0, 200)}`));
}
