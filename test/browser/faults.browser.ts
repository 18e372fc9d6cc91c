// What a reader sees when a file of the page does not come, or not as it should: one sentence, and the rest of the page lives.
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {decodeTable, encodeTable} from "../../lib/snapshot/index.js";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";
import {serveSite} from "./serve.js";

const origin = inject("origin");
const session = builtPages()
  .find((path) => path.endsWith("/units"))!
  .split("/")[1];
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(inject("chromium"));
});
afterAll(() => browser.close());

/** Of a built site, the file of a snapshot, such as "7/spikes/flashes". */
function builtFile(name: string): string {
  const [last, ...folders] = name.split("/").reverse();
  const folder = join("dist/_file/data", ...folders.reverse());
  return join(folder, readdirSync(folder).find((file) => file.startsWith(`${last}.`))!);
}

/** The same table with other words of where it comes from. */
function withOrigin(bytes: Buffer, origin: {sessionId?: number; codeVersion?: string}): Buffer {
  const {table, metadata} = decodeTable(Uint8Array.from(bytes));
  return Buffer.from(encodeTable(table, {...metadata, ...origin}));
}

function withFlippedBit(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[flipped.length >> 1] ^= 4;
  return flipped;
}

const faults: [string, (bytes: Buffer) => Buffer | null, string][] = [
  ["missing", () => null, "could not be loaded"],
  ["cut", (bytes) => bytes.subarray(0, bytes.length >> 1), "is not the file that this page was built with"],
  ["damaged in one bit", withFlippedBit, "is not the file that this page was built with"],
  [
    "of another session",
    (bytes) => withOrigin(bytes, {sessionId: Number(session) + 1}),
    "is not the file that this page was built with"
  ],
  ["of another build", (bytes) => withOrigin(bytes, {codeVersion: "0.0.9"}), "is not the file that this page was built"]
];

/** Pages, each with a snapshot that it needs, and what of it does not. */
const pages: [string, string, string][] = [
  ["/", "first/activity", ".journey a[href]"],
  [`/${session}/units`, `${session}/units`, ".inputs input"],
  [`/${session}/spikes`, `${session}/spikes/drifting_gratings`, ".inputs select"],
  [`/${session}/session`, `${session}/contents`, ".plot svg"],
  [`/${session}/running-speed`, `${session}/running-speed`, ".notice .synthetic"]
];

/** Its text in one line. */
const textOf = async (page: Page, selector: string) =>
  ((await page.locator(selector).textContent()) ?? "").replace(/\s+/g, " ");

const visible = (page: Page, selector: string) => page.locator(selector).filter({visible: true}).count();

/** Waits until every cell has a value or has failed. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector("observablehq-loading"), undefined, {timeout: 20_000});
}

describe.each(pages)("%s, of which the snapshot %s", (path, name, alive) => {
  test.each(faults)("is %s, says so once", async (_, change, words) => {
    const page = await browser.newPage();
    const file = builtFile(name);
    await page.route(`${origin}/${file.slice("dist/".length)}`, (route) => {
      const body = change(readFileSync(file));
      return body ? route.fulfill({body}) : route.fulfill({status: 404, body: "Not found"});
    });
    await page.goto(origin + path);
    await settle(page);
    expect(await page.locator(".fault").count()).toBe(1);
    const said = await textOf(page, ".fault");
    expect(said).toContain(`Data are missing here. ${name}.arrow ${words}`);
    expect(said).toContain("Try again");
    expect(said).not.toMatch(/build the site|npm/i);
    expect(await visible(page, ".observablehq--error:not(.fault, .waits)")).toBe(0);
    expect(await visible(page, alive)).toBeGreaterThan(0);
    await page.close();
  });
});

test("a connection that is lost while a reader chooses is one fault, and trying again brings back what was chosen", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/${session}/spikes`);
  await settle(page);
  await context.setOffline(true);
  await page.getByLabel("stimulus_name", {exact: true}).selectOption("flashes");
  await page.locator(".fault").waitFor();
  const said = await textOf(page, ".fault");
  expect(said).toContain("could not be loaded: the connection was lost");
  expect(await page.locator(".fault").count()).toBe(1);
  expect(await visible(page, ".observablehq--error:not(.fault, .waits)")).toBe(0);
  await page.getByRole("button", {name: "Try again"}).click();
  await page.getByText("There is still no connection.").waitFor();
  await context.setOffline(false);
  await page.getByRole("button", {name: "Try again"}).click();
  await page.waitForURL(/stimulus=flashes/);
  await page.locator(".fault").waitFor({state: "detached"});
  await settle(page);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  expect(await page.getByLabel("stimulus_name", {exact: true}).locator("option:checked").textContent()).toBe("flashes");
  await context.close();
});

test("a module that does not come is one fault of the page's code", async () => {
  const page = await browser.newPage();
  await page.route("**/session-files.*.js", (route) => route.abort());
  await page.goto(`${origin}/${session}/units`);
  await page.locator(".fault").waitFor();
  await settle(page);
  expect(await page.locator(".fault").count()).toBe(1);
  expect(await textOf(page, ".fault")).toContain("A part of this page’s code could not be loaded");
  expect(await visible(page, ".observablehq--error:not(.fault, .waits)")).toBe(0);
  await page.close();
});

test("when the code that runs cells does not come, nothing spins", async () => {
  const page = await browser.newPage();
  await page.route("**/_observablehq/client.*.js", (route) => route.abort());
  await page.goto(`${origin}/${session}/units`);
  await page.locator("main > .fault").waitFor();
  expect(await textOf(page, "main > .fault")).toContain("The code of this page could not be loaded");
  expect(await visible(page, ".plot observablehq-loading, .inputs observablehq-loading")).toBe(0);
  expect(await visible(page, "#observablehq-sidebar a")).toBeGreaterThan(10);
  await page.close();
});

describe("a page that does not come by HTTPS or from this machine, where browsers give no digests", () => {
  const elsewhere = "http://notebook.test";
  const open = async (change: (bytes: Buffer) => Buffer) => {
    const page = await browser.newPage();
    await page.route(`${elsewhere}/**`, async (route) => {
      const url = route.request().url();
      const answer = await route.fetch({url: url.replace(elsewhere, origin)});
      const body = await answer.body();
      await route.fulfill({response: answer, body: /\/units\.\w+\.arrow$/.test(url) ? change(body) : body});
    });
    await page.goto(`${elsewhere}/${session}/units`);
    await settle(page);
    expect(await page.evaluate(() => [isSecureContext, "subtle" in crypto && crypto.subtle !== undefined])).toEqual([
      false,
      false
    ]);
    return page;
  };

  test("is as elsewhere", async () => {
    const page = await open((bytes) => bytes);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(await visible(page, ".plot svg")).toBeGreaterThan(0);
    await page.close();
  });

  test("takes no damaged snapshot", async () => {
    const page = await open(withFlippedBit);
    expect(await page.locator(".fault").count()).toBe(1);
    await page.close();
  });
});

test("a page that is opened from a disk says how to serve it, and lists the other pages", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(`dist/${session}/units.html`).href);
  await page.locator("main > .fault").waitFor();
  expect(await textOf(page, "main > .fault")).toContain("python3 -m http.server");
  expect(await visible(page, "observablehq-loading")).toBe(0);
  await page.locator("#observablehq-sidebar").getByText("Spike histograms").click();
  await page.waitForURL(/spike-histograms\.html$/);
  expect(await textOf(page, "main h1")).toBe("Spike histograms");
  await page.close();
});

describe("an address that there is not", () => {
  test.each([
    ["at the root of a host", "dist", "/7/no-such-page"],
    ["under a path of a host", ".", "/dist/7/no-such-page"]
  ])("leads home, %s", async (_, folder, path) => {
    const site = folder === "dist" ? null : await serveSite(folder);
    const page = await browser.newPage();
    // A host of one's own has a page of its own for what is not there; such a one as GitHub Pages takes the site's.
    if (site) {
      await page.route(site.origin + path, (route) =>
        route.fulfill({status: 404, contentType: "text/html", path: "dist/404.html"})
      );
    }
    const answer = await page.goto((site?.origin ?? origin) + path);
    expect(answer?.status()).toBe(404);
    expect(await textOf(page, "main h1")).toBe("There is no such page");
    await page.waitForLoadState("networkidle");
    expect(await page.locator("main").evaluate((main) => getComputedStyle(main).fontFamily)).toContain("system");
    await page.getByRole("link", {name: "the home page"}).click();
    await page.waitForURL(site ? `${site.origin}/dist/` : `${origin}/`);
    expect(await textOf(page, "main h1")).toBe("Neuropixels Notebook");
    await page.close();
    site?.close();
  });
});
