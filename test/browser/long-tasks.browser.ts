// Pages with long work, while a reader changes their inputs at random times: whatever is cancelled on the way, the page ends as if
// it had been opened with the inputs that it shows.
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {seededRandom} from "../../lib/analysis/statistics/seeded-random.js";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";
import {visit} from "./visit.js";

const origin = inject("origin");
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(() => browser.close());

/** The settings to begin with, so that what is left to compute at the end takes seconds. */
const pages: Record<string, string> = {
  "population-decoding": "?units=5&trials=10&shuffles=10&choices=2&folds=2",
  "unit-clustering": "",
  "cross-correlations": "",
  "noise-correlations": "?area=VISp",
  "tuning-curves": ""
};

/** As high as a page, so that all of it is in sight, and nothing waits for its reader to come. */
const viewport = {width: 1280, height: 12_000};

const patience = {timeout: 300_000};

describe.each(builtPages().filter((path) => path.split("/").at(-1)! in pages))("%s", (path) => {
  test.each([1, 2])(
    "ends in the state of the inputs that it shows, however they were changed (seed %i)",
    patience,
    async (seed) => {
      const random = seededRandom(seed);
      const {page, complaints, close} = await visit(browser, origin, path + pages[path.split("/").at(-1)!], {viewport});
      try {
        await page.evaluate(watchStaleFigures);
        const steps: string[] = [];
        for (let step = 0; step < 15; step++) {
          steps.push(await page.evaluate(changeSomething, [random(), random()] as const));
          await page.waitForTimeout(400 * random() ** 2);
        }
        const done = await atRest(page);
        expect(await page.evaluate(() => globalThis.staleFigures), steps.join("; ")).toEqual([]);
        expect(complaints, steps.join("; ")).toEqual([]);
        const fresh = await visit(browser, origin, new URL(page.url()).pathname + new URL(page.url()).search, {
          viewport
        });
        try {
          const begun = await atRest(fresh.page);
          for (const label of done.filter((label) => !begun.includes(label)))
            await fresh.page.getByRole("button", {name: label, exact: true}).click();
          await atRest(fresh.page);
          expect(await page.evaluate(shown), steps.join("; ")).toEqual(await fresh.page.evaluate(shown));
        } finally {
          await fresh.close();
        }
      } finally {
        await close();
      }
    }
  );
});

/** Waits until a page has nothing left to do; begins again what was cancelled. Returns the labels of work that was asked for and is done. */
async function atRest(page: Page): Promise<string[]> {
  await page.waitForTimeout(1500); // inputs rest before work begins, and the address follows a moment later
  const isBusy = () =>
    document.querySelector("#observablehq-main :is([aria-busy=true], .long-task.running, observablehq-loading)") !==
    null;
  for (let quiet = 0; quiet < 3; quiet++) {
    await page.waitForFunction((busy) => !new Function(`return (${busy})()`)(), isBusy.toString(), {timeout: 120_000});
    await page.waitForTimeout(300);
    if (await page.evaluate(isBusy)) quiet = -1;
    const cancelled = page.locator(".long-task", {hasText: "cancelled"}).locator("button");
    if (await cancelled.count()) {
      await cancelled.first().click();
      quiet = -1;
    }
  }
  return page.locator(".long-task", {hasText: "done in"}).locator("button").allTextContents();
}

/** In a page: what it says and draws, and the values of its inputs. */
function shown(): {inputs: string[]; figures: string[]; text: string[]} {
  const main = document.querySelector("#observablehq-main")!;
  const inputs = [...main.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  const of = (selector: string) => [...main.querySelectorAll(selector)].map((element) => element.textContent ?? "");
  return {
    inputs: inputs.map((input) =>
      input.type === "checkbox" ? String((input as HTMLInputElement).checked) : input.value
    ),
    figures: of("figure"),
    text: of(":is(p, table, .answer):not(figure *)")
  };
}

declare global {
  var staleFigures: string[];
}

/** In a page: notes, with every frame, figures below work that goes on for the present inputs which are not marked as those of earlier ones. */
function watchStaleFigures(): void {
  globalThis.staleFigures = [];
  const look = () => {
    for (const task of document.querySelectorAll(".task:has(.long-task.running)")) {
      let next = task.nextElementSibling;
      while (next?.matches(".observablehq")) next = next.nextElementSibling; // a cell that shows nothing
      const plot = next?.matches("figure") ? next.querySelector(".plot") : null;
      if (plot?.querySelector("svg, canvas") && plot.getAttribute("aria-busy") !== "true")
        globalThis.staleFigures.push(task.textContent ?? "");
    }
    requestAnimationFrame(look);
  };
  look();
}

/** In a page: changes one of its inputs, or begins or cancels long work, as two numbers from 0 to 1 say. Returns what it did. */
function changeSomething([which, how]: readonly [number, number]): string {
  const main = document.querySelector("#observablehq-main")!;
  for (const details of main.querySelectorAll("details")) details.open = true;
  const selector = "input:is([type=range], [type=checkbox]):not(:disabled), select:not(:disabled), .long-task button";
  const things = [...main.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLButtonElement>(selector)]
    // Work that is done, and is asked for again, leaves a figure that is not of earlier inputs.
    .filter((thing) => !/done in/.test(thing.closest(".long-task")?.textContent ?? ""));
  const thing = things[Math.floor(which * things.length)];
  const label = thing.closest("label, .input, .long-task")?.textContent?.trim().slice(0, 30);
  if (thing instanceof HTMLButtonElement || thing.type === "checkbox") {
    thing.click();
    return `${label} clicked`;
  }
  if (thing instanceof HTMLSelectElement) thing.selectedIndex = Math.floor(how * thing.options.length);
  else thing.value = String(Number(thing.min) + how * (Number(thing.max) - Number(thing.min)));
  thing.dispatchEvent(new Event("input", {bubbles: true}));
  return `${label} ${thing.value}`;
}
