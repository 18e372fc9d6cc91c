import type {Browser, BrowserContextOptions, Page, Request} from "playwright-core";
import {recordVitals} from "./vitals.js";

/** What a visit to a page showed, besides the page. */
export interface Visit {
  page: Page;
  /** Complaints: requests that failed, requests to other hosts, errors and warnings of the page's own code. */
  failedRequests: string[];
  foreignRequests: string[];
  complaints: string[];
  /** Bytes that were transferred so far, compressed: JavaScript, and data from snapshots. */
  transferred(): Promise<{javaScript: number; data: number}>;
  close(): Promise<void>;
}

/** Opens a page in a browser that has never seen the site, and waits until it has loaded and every cell has run. */
export async function visit(
  browser: Browser,
  origin: string,
  path: string,
  options: BrowserContextOptions = {}
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.addInitScript(recordVitals);
  const requests: Request[] = [];
  const failedRequests: string[] = [];
  const foreignRequests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(`${origin}/`)) requests.push(request);
    else if (!/^(data|blob|about):/.test(request.url())) foreignRequests.push(request.url());
  });
  page.on("requestfailed", (request) => failedRequests.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) failedRequests.push(`${response.url()} ${response.status()}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // What Chromium says of itself, it says from nowhere.
    if (["error", "warning"].includes(message.type()) && message.location().url)
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  await page.goto(origin + path, {waitUntil: "networkidle"});
  await page
    .waitForFunction(() => !document.querySelector("observablehq-loading"), undefined, {timeout: 20_000})
    .catch(() => complaints.push("a cell is still waiting after 20 seconds"));
  return {
    page,
    failedRequests,
    foreignRequests,
    complaints,
    async transferred() {
      await page.waitForLoadState("networkidle");
      const bytes = {javaScript: 0, data: 0};
      for (const request of requests) {
        const {pathname} = new URL(request.url());
        const kind = pathname.endsWith(".js") ? "javaScript" : pathname.startsWith("/_file/data/") ? "data" : undefined;
        if (kind && (await request.response())) bytes[kind] += (await request.sizes()).responseBodySize;
      }
      return bytes;
    },
    close: () => context.close()
  };
}

/** Moves every input of a page by one step, as a reader with a keyboard does; at most a dozen of them. */
export async function moveInputs(page: Page): Promise<void> {
  const inputs = page.locator("main :is(input[type=range], select, input[type=radio], input[type=checkbox])");
  for (const input of (await inputs.all()).slice(0, 12)) {
    if (!(await input.isVisible()) || !(await input.isEnabled())) continue;
    await input.focus();
    const isCheckbox = (await input.getAttribute("type")) === "checkbox";
    await page.keyboard.press(isCheckbox ? "Space" : "ArrowDown");
    await page.waitForTimeout(150);
  }
}
