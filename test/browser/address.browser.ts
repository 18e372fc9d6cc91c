// What is set on a page is in its address; Back and Forward go through what a reader changed.
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

const pageNamed = (name: string) => builtPages().find((path) => path.endsWith(`/${name}`))!;

/** Longer than changes that follow each other may be apart to be one. */
const REST = 1300;

async function reading(path: string, does: (page: Page) => Promise<void>, options = {}): Promise<void> {
  const {page, complaints, close} = await visit(browser, origin, path, {
    viewport: {width: 1280, height: 900},
    ...options
  });
  try {
    await does(page);
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
}

const search = (page: Page) => page.evaluate(() => decodeURIComponent(location.search));

describe("Back", () => {
  test("undoes the last change of an input, and Forward does it again; the figure follows", async () => {
    await reading(pageNamed("stimulus-presentations"), async (page) => {
      const choice = page.locator("main select").first();
      const caption = page.locator("figure.timeline figcaption");
      const preset = await choice.inputValue();
      const before = await caption.textContent();
      await choice.selectOption({index: 0});
      await expect.poll(() => search(page)).toContain("stimulus=");
      await page.waitForTimeout(REST);
      await choice.selectOption({index: 2});
      await expect.poll(() => caption.textContent()).not.toBe(before);
      await page.waitForTimeout(REST);
      await page.goBack();
      await expect.poll(() => choice.inputValue()).toBe("0");
      await page.goBack();
      await expect.poll(() => choice.inputValue()).toBe(preset);
      expect(await search(page)).toBe("");
      await expect.poll(() => caption.textContent()).toBe(before);
      await page.goForward();
      await expect.poll(() => choice.inputValue()).toBe("0");
    });
  });

  test("undoes quick changes together, as those of a slider that is moved step by step", async () => {
    await reading(pageNamed("units"), async (page) => {
      const slider = page.locator("main input[type=range]").first();
      const entries = await page.evaluate(() => history.length);
      const preset = await slider.inputValue();
      await slider.focus();
      for (let i = 0; i < 6; i++) {
        await page.keyboard.press("ArrowRight");
        await page.waitForTimeout(200);
      }
      await expect.poll(() => search(page)).toContain("snr=");
      await page.waitForTimeout(REST);
      expect(await page.evaluate(() => history.length)).toBe(entries + 1);
      await page.goBack();
      await expect.poll(() => slider.inputValue()).toBe(preset);
    });
  });

  test("undoes a change of an input of each other kind: boxes, a player, a range in a histogram", async () => {
    const undone = async (page: Page, change: () => Promise<void>, state: () => Promise<unknown>) => {
      const before = await state();
      await change();
      await expect.poll(() => search(page)).not.toBe("");
      expect(await state()).not.toEqual(before);
      await page.waitForTimeout(REST);
      await page.goBack();
      await expect.poll(state).toEqual(before);
      expect(await search(page)).toBe("");
    };
    await reading(pageNamed("cross-correlations"), async (page) => {
      const box = page.locator("main input[type=checkbox]").first();
      await undone(
        page,
        () => box.press("Space"),
        () => box.isChecked()
      );
    });
    await reading(pageNamed("eye-tracking"), async (page) => {
      const slider = page.locator(".input:has(.play) input[type=range]");
      await undone(
        page,
        () => slider.press("ArrowRight"),
        () => slider.inputValue()
      );
    });
    await reading(pageNamed("units"), async (page) => {
      const histogram = page.locator("figure.metrics .figure-surface").last();
      await histogram.focus();
      await undone(
        page,
        async () => {
          await page.keyboard.press("ArrowRight");
          await page.keyboard.press("Enter");
        },
        () => page.locator("figure.metrics figcaption").textContent()
      );
    });
  });

  test("brings back what a changed input had made impossible", async () => {
    await reading(`${pageNamed("spikes")}?stimulus=flashes`, async (page) => {
      const [stimulus, condition] = [page.locator("main select").nth(0), page.locator("main select").nth(1)];
      await condition.selectOption({index: 1});
      await expect.poll(() => search(page)).toContain("condition=");
      const chosen = await condition.locator("option:checked").textContent();
      await page.waitForTimeout(REST);
      await stimulus.selectOption({label: "drifting_gratings"});
      await expect.poll(() => search(page)).not.toContain("condition=");
      await page.waitForTimeout(REST);
      await page.goBack();
      await expect.poll(() => condition.locator("option:checked").textContent()).toBe(chosen);
      expect(await search(page)).toContain("condition=");
    });
  });

  test("leaves a page on which nothing was changed", async () => {
    await reading(pageNamed("units"), async (page) => {
      await page.goto(`${origin}${pageNamed("session")}`, {waitUntil: "networkidle"});
      await page.goBack();
      await expect.poll(() => new URL(page.url()).pathname).toBe(pageNamed("units"));
    });
  });
});

describe("a table", () => {
  const table = (page: Page) => page.locator(".table").last();
  /** What the first rows are of; how many more exist depends on the height of the table. */
  const firstCells = async (page: Page) =>
    (await table(page).locator("tbody td:first-child").allTextContents()).slice(0, 10);

  test("keeps its sort and its filters in the address: a reload shows the same rows, and Back undoes them", async () => {
    await reading(pageNamed("units"), async (page) => {
      await table(page).scrollIntoViewIfNeeded();
      const atFirst = await firstCells(page);
      await table(page).locator("thead input[aria-label='filter ecephys_structure_acronym']").fill("=VISp");
      await expect.poll(() => search(page)).toContain("units.ecephys_structure_acronym==VISp");
      await page.waitForTimeout(REST);
      await table(page).getByRole("button", {name: "firing_rate", exact: true}).click();
      await expect.poll(() => search(page)).toContain("units.sort=firing_rate");
      const asked = await firstCells(page);
      expect(asked).not.toEqual(atFirst);
      await page.reload({waitUntil: "networkidle"});
      await table(page).scrollIntoViewIfNeeded();
      await expect.poll(() => firstCells(page)).toEqual(asked);
      await page.goBack();
      await page.goBack();
      await expect.poll(() => firstCells(page)).toEqual(atFirst);
      await expect.poll(() => table(page).locator("thead input").first().inputValue()).toBe("");
    });
  });

  test("keeps in sight what a row is of, when it is wider than its place and scrolled", async () => {
    await reading(
      pageNamed("units"),
      async (page) => {
        await table(page).scrollIntoViewIfNeeded();
        const scroll = table(page).locator(".table-scroll");
        await scroll.evaluate((element) => element.scrollTo({left: 600, top: 300}));
        const {left} = (await scroll.boundingBox().then((box) => ({left: box!.x})))!;
        for (const cell of ["thead th:first-child", "tbody tr:nth-child(8) td:first-child"])
          expect((await table(page).locator(cell).boundingBox())!.x).toBeCloseTo(left, 0);
      },
      {viewport: {width: 390, height: 844}}
    );
  });
});

test("the first thing that the Tab key reaches leads past the list of pages, to the text", async () => {
  await reading(pageNamed("units"), async (page) => {
    await page.keyboard.press("Tab");
    const link = page.locator(":focus");
    expect(await link.textContent()).toBe("Skip to the text");
    expect(await link.evaluate((element) => getComputedStyle(element).clipPath)).toBe("none");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("observablehq-main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.querySelector("main")!.contains(document.activeElement))).toBe(true);
  });
});

test("the reference of the library is part of the site, and a page of the list of pages leads to it", async () => {
  await reading(pageNamed("units"), async (page) => {
    const link = page.locator("#observablehq-sidebar a", {hasText: "Library"});
    await page.goto(new URL((await link.getAttribute("href"))!, page.url()).href);
    expect(await page.locator("h1").allTextContents()).toContain("The library");
    await page.goto(`${page.url().replace(/(index\.html)?$/, "")}classes/neuropixels-notebook.EcephysSession.html`);
    expect(await page.locator("main, .col-content").first().textContent()).toContain("presentationwiseSpikeCounts");
  });
});
