// What a reader finds whose browser runs no scripts: the words of every page, and what its figures are.
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";

const origin = inject("origin");
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(() => browser.close());

describe.each(builtPages())("%s, without scripts", (path) => {
  test("has its headings, its text, and a caption at each figure", async () => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(origin + path);
    expect(await page.locator("main h1").allTextContents()).toHaveLength(1);
    const words = ((await page.locator("main").textContent()) ?? "").split(/\s+/).length;
    expect(words).toBeGreaterThan(100);
    for (const caption of await page.locator("main figcaption").all()) {
      expect(await caption.isVisible()).toBe(true);
      expect((await caption.textContent())?.trim()).toMatch(/^\S.{10,}[.?:]$/s);
    }
    // Terms lead to the glossary; what they say when a script runs is written there.
    for (const term of await page.locator("main a.term").all()) {
      const address = new URL((await term.getAttribute("href")) ?? "", page.url());
      expect(address.pathname).toMatch(/\/glossary\.html$/);
      expect(address.hash).not.toBe("");
    }
    await context.close();
  });

  test("leads to the other pages, says whether its session is synthetic, and nothing spins", async () => {
    const context = await browser.newContext({javaScriptEnabled: false, viewport: {width: 390, height: 844}});
    const page = await context.newPage();
    await page.goto(origin + path);
    const links = page.locator(path === "/" ? "main .journey a[href]" : "#observablehq-sidebar a[href]");
    expect(await links.filter({visible: true}).count()).toBe(await links.count());
    const pages = new Set([...builtPages(), "/reference/"]); // the library's reference, which is TypeDoc's
    const addresses = await links.evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
    const listed = addresses.map((address) => address.replace(/(index)?(\.html)?$/, ""));
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((each) => !pages.has(each))).toEqual([]);
    if (await page.locator(".notice").count())
      expect(await page.locator(".notice").textContent()).toMatch(/^Session \d+( is synthetic|\.)/);
    expect(await page.locator("observablehq-loading").filter({visible: true}).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await context.close();
  });
});

test("the glossary has an entry wherever a page links to one", async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${origin}/glossary`);
  const anchors = new Set(await page.locator("main h3").evaluateAll((headings) => headings.map(({id}) => `#${id}`)));
  const missing = new Set<string>();
  for (const path of builtPages()) {
    await page.goto(origin + path);
    const hashes = await page
      .locator("main a.term")
      .evaluateAll((terms) => terms.map((a) => (a as HTMLAnchorElement).hash));
    for (const hash of hashes) if (!anchors.has(hash)) missing.add(`${path}${hash}`);
  }
  expect([...missing]).toEqual([]);
  await context.close();
});
