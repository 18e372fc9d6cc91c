import type {Browser, BrowserContextOptions, Page, Request} from "playwright-core";
import {recordVitals} from "./vitals.js";

/** What was transferred: bytes, compressed, and how many requests it took. */
export interface Transfer {
  javaScript: number;
  data: number;
  requests: number;
}

/** What a visit to a page showed, besides the page. */
export interface Visit {
  page: Page;
  /** Complaints: requests that failed, requests to other hosts, errors and warnings of the page's own code. */
  failedRequests: string[];
  foreignRequests: string[];
  complaints: string[];
  /** What was transferred so far: JavaScript, data from snapshots, and requests for anything. */
  transferred(): Promise<Transfer>;
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
      const bytes = {javaScript: 0, data: 0, requests: requests.length};
      // What a worker asked for that has been ended since is never answered, and so not counted.
      const tooLate = new Promise<null>((resolve) => setTimeout(resolve, 2000, null));
      const count = async (request: Request) => {
        const {pathname} = new URL(request.url());
        const kind = pathname.endsWith(".js") ? "javaScript" : pathname.startsWith("/_file/data/") ? "data" : undefined;
        if (!kind || !(await Promise.race([request.response(), tooLate]))) return;
        const sizes = await Promise.race([request.sizes(), tooLate]);
        bytes[kind] += sizes?.responseBodySize ?? 0;
      };
      await Promise.all(requests.map(count));
      return bytes;
    },
    close: () => context.close()
  };
}

/**
 * Unfolds what is folded and moves every input of a page by a step, to both its ends, and back to where it was, as a reader with a keyboard does.
 *
 * @returns the page's address afterwards, which says what is not back
 */
export async function moveInputs(page: Page): Promise<string> {
  const before = await page.evaluate(() => location.search);
  for (const details of await page.locator("main details:visible").all()) {
    if ((await details.getAttribute("open")) === null) await details.locator("> summary").press("Enter");
  }
  const inputs = page.locator("main :is(input[type=range], select, input[type=radio], input[type=checkbox])");
  for (const input of await inputs.all()) {
    if (!(await input.isVisible()) || !(await input.isEnabled())) continue;
    const type = (await input.getAttribute("type")) ?? "select";
    const value = await input.evaluate((element) => (element as HTMLInputElement).value);
    for (const key of type === "checkbox" ? ["Space", "Space"] : type === "radio" ? ["ArrowDown", "ArrowUp"] : ends) {
      await input.press(key);
      await page.waitForTimeout(120);
    }
    if (type === "checkbox" || type === "radio") continue;
    await input.evaluate((element, was) => {
      (element as HTMLInputElement).value = was;
      element.dispatchEvent(new Event("input", {bubbles: true}));
    }, value);
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(300); // the address follows a moment later
  return page.evaluate((was) => (location.search === was ? "" : location.search), before);
}

const ends = ["ArrowDown", "Home", "End"];
