// What answers to a reader, on the pages on which more does than an input and its figure.
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";
import {visit} from "./visit.js";

const origin = inject("origin");
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(() => browser.close());

const pagesNamed = (name: string) => builtPages().filter((path) => path.includes(`/${name}`));

/** Runs a test on a page, which is closed then. */
async function reading(path: string, does: (page: Page) => Promise<void>, options = {}): Promise<void> {
  const {page, close} = await visit(browser, origin, path, {viewport: {width: 1280, height: 900}, ...options});
  try {
    await does(page);
  } finally {
    await close();
  }
}

describe.each(pagesNamed("eye-tracking"))("%s", (path) => {
  const line = (page: Page) => page.locator("figure.eye .readout").first();
  const frameOf = async (page: Page) => Number(/^frame (\d+)/.exec((await line(page).textContent()) ?? "")?.[1]);
  const hasEye = async (page: Page) => (await page.locator("figure.eye ellipse").count()) > 0;

  test("nothing moves until the reader plays; then frames follow each other, and the space bar stops them", async ({
    skip
  }) => {
    await reading(path, async (page) => {
      skip(!(await hasEye(page)), "no eye was filmed in this session");
      const first = await frameOf(page);
      await page.waitForTimeout(400);
      expect(await frameOf(page)).toBe(first);
      const eye = page.locator("figure.eye .figure-surface").first();
      await eye.focus();
      await page.keyboard.press("Space");
      await expect.poll(() => frameOf(page)).toBeGreaterThan(first);
      await page.keyboard.press("Space");
      await page.waitForTimeout(400); // what was on its way is drawn
      const stopped = await frameOf(page);
      await page.waitForTimeout(400);
      expect(await frameOf(page)).toBe(stopped);
      await page.keyboard.press("ArrowLeft");
      await expect.poll(() => frameOf(page)).toBe(stopped - 1);
      await page.keyboard.press("Home");
      await expect.poll(() => frameOf(page)).toBe(first);
    });
  });

  test("for readers who want less motion, frames go on one by one", async ({skip}) => {
    await reading(
      path,
      async (page) => {
        skip(!(await hasEye(page)), "no eye was filmed in this session");
        const first = await frameOf(page);
        await page.locator("button.play", {hasText: "next frame"}).click();
        await expect.poll(() => frameOf(page)).toBe(first + 1);
        await page.waitForTimeout(400);
        expect(await frameOf(page)).toBe(first + 1);
      },
      {reducedMotion: "reduce"}
    );
  });
});

describe.each(pagesNamed("units"))("%s", (path) => {
  // A table without rows is a sentence.
  const unitsShown = async (page: Page) =>
    Number.parseInt((await page.locator(".table-status").allTextContents()).at(-1) ?? "0", 10);

  test("a range in one histogram filters the table and all histograms, stays in the address, and can be taken away", async () => {
    await reading(path, async (page) => {
      const histogram = page.locator("figure.metrics .figure-surface").last();
      await histogram.scrollIntoViewIfNeeded();
      const all = await unitsShown(page);
      await histogram.focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter"); // the first bin is the range
      await expect.poll(() => page.url()).toContain("range-d_prime=");
      await expect.poll(() => unitsShown(page)).toBeLessThan(all);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.url()).not.toContain("range-");
      await expect.poll(() => unitsShown(page)).toBe(all);
    });
  });
});

describe.each(pagesNamed("lfp"))("%s", (path) => {
  test("a click on the strip of the recording chooses the window that is nearest", async ({skip}) => {
    await reading(path, async (page) => {
      const strip = page.locator("figure.strip .figure-surface");
      skip((await strip.count()) === 0, "no LFP in this session");
      const caption = page.locator("figure.lfp figcaption");
      const before = await caption.textContent();
      const {width} = (await strip.boundingBox())!;
      await strip.click({position: {x: width - 30, y: 60}});
      await expect.poll(() => page.url()).toContain("window=");
      await expect.poll(() => caption.textContent()).not.toBe(before);
    });
  });
});

describe.each(pagesNamed("project"))("%s", (path) => {
  test("what is chosen of the sessions is said in the caption, and kept in the address", async ({skip}) => {
    await reading(path, async (page) => {
      const choice = page.locator("main select").first();
      skip((await choice.locator("option").count()) < 3, "one session: all of them are of its type");
      const caption = page.locator("figure.survey figcaption");
      const before = await caption.textContent();
      await choice.selectOption({index: 1});
      await expect.poll(() => page.url()).toContain("type=");
      await expect.poll(() => caption.textContent()).not.toBe(before);
    });
  });
});
