// What a reader does with figures and tables, on every page of the built site.
import {readFileSync} from "node:fs";
import type {Browser, Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";
import {type Visit, visit} from "./visit.js";

const origin = inject("origin");
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(() => browser.close());

const figuresOf = (page: Page) => page.locator("main figure:has(> .plot)").all();
const tool = (figure: Locator, name: string) => figure.locator(".figure-tools button", {hasText: name});

/** Whether something is drawn, rather than a sentence that says why not. */
const isDrawn = async (figure: Locator) => (await figure.locator(".plot :is(svg, canvas)").count()) > 0;

async function saved(page: Page, button: Locator): Promise<{name: string; bytes: Buffer}> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

describe.each(builtPages())("%s", (path) => {
  let reading: Visit;

  beforeAll(async () => {
    reading = await visit(browser, origin, path, {viewport: {width: 1280, height: 800}, acceptDownloads: true});
  });
  afterAll(() => reading.close());

  test("each figure can be saved as a drawing that needs nothing else", async () => {
    for (const figure of await figuresOf(reading.page)) {
      if (!(await isDrawn(figure))) continue;
      await figure.hover();
      const {name, bytes} = await saved(reading.page, tool(figure, "SVG"));
      const svg = bytes.toString();
      expect(name).toMatch(/-figure-\d+\.svg$/);
      expect(svg).toMatch(/^<svg[^>]*xmlns=/);
      expect(svg).not.toMatch(/var\(--|currentColor|<style|<foreignObject|href="(?!data:|#)/);
      // With the numbers that a caption has by now.
      const caption = (await figure.locator("figcaption").textContent())!.trim();
      const escaped = caption.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      expect(/<desc>([\s\S]*?)<\/desc>/.exec(svg)?.[1].replaceAll("&nbsp;", "\u00a0")).toContain(escaped);
    }
  });

  test("a figure can be saved as an image", async ({skip}) => {
    const [figure] = await figuresOf(reading.page);
    if (!figure || !(await isDrawn(figure))) return skip("no figure is drawn on this page");
    await figure.hover();
    const {bytes} = await saved(reading.page, tool(figure, "PNG"));
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    const drawn = await figure.locator(".plot svg").first().boundingBox();
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(2 * drawn!.width);
  });

  test("each figure gives what it shows as a table", async () => {
    for (const figure of await figuresOf(reading.page)) {
      if (!(await isDrawn(figure))) continue;
      await figure.hover();
      const caption = (await figure.locator("figcaption").textContent()) ?? "";
      expect(await tool(figure, "CSV").isVisible(), caption).toBe(true);
      const {bytes} = await saved(reading.page, tool(figure, "CSV"));
      const lines = bytes.toString().trimEnd().split("\r\n");
      expect(lines.length, caption).toBeGreaterThan(1);
      expect(lines[0]).toMatch(/^[^,]+/);
    }
  });

  test("a figure is enlarged with Enter, and goes back with Escape, and the focus with it", async ({skip}) => {
    const {page} = reading;
    const [figure] = await figuresOf(page);
    if (!figure || !(await isDrawn(figure))) return skip("no figure is drawn on this page");
    await tool(figure, "Enlarge").focus();
    const before = await figure.locator(".plot").boundingBox();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog.enlarged");
    expect(await dialog.locator(".plot :is(svg, canvas)").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await dialog.waitFor({state: "detached"});
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Enlarge");
    expect(await figure.locator(".plot").boundingBox()).toEqual(before);
  });

  test("each table filters, sorts, and saves what it shows", async () => {
    const {page} = reading;
    for (const table of await page.locator("main .table:has(.table-status)").all()) {
      const filter = table.locator("thead input").first();
      const column = (await table.locator("thead button").first().textContent())!;
      const rows = async () => Number(await table.locator("table").getAttribute("aria-rowcount")) - 1;
      const all = await rows();
      await table.locator("thead button").first().click();
      expect(await table.locator("thead th").first().getAttribute("aria-sort")).toBe("ascending");
      if ((await filter.count()) > 0) {
        await filter.fill("no such value");
        expect(await rows()).toBe(0);
        await table.locator("button", {hasText: "show all"}).click();
      }
      expect(await rows()).toBe(all);
      const {bytes} = await saved(page, table.locator("button", {hasText: "save as CSV"}));
      const lines = bytes.toString().trimEnd().split("\r\n");
      expect(lines[0].replaceAll('"', "").startsWith(column)).toBe(true); // names with commas are quoted
      expect(lines.length).toBeGreaterThanOrEqual(all + 1);
    }
    expect(reading.complaints).toEqual([]);
  });

  test("a term of the glossary is explained where it stands, by keyboard, and Escape closes it", async ({skip}) => {
    const {page} = reading;
    const term = page.locator("main a.term").first();
    skip((await term.count()) === 0, "no term of the glossary on this page");
    await term.scrollIntoViewIfNeeded();
    await page.keyboard.press("Tab"); // from here on the focus is the keyboard's
    await term.focus();
    const note = page.locator("#term-explanation");
    expect(await note.isVisible()).toBe(true);
    expect(await note.locator("p").textContent()).toBe(await term.getAttribute("data-explanation"));
    const box = (await note.boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= 1280 && box.y >= 0 && box.y + box.height <= 800).toBe(true);
    await page.keyboard.press("Escape");
    expect(await note.isVisible()).toBe(false);
  });
});
