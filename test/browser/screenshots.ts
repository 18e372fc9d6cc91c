// npm run screenshots: every built page, narrow, usual and wide, light and dark, in test/browser/screenshots/.
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {builtPages} from "./built-pages.js";
import {launchChromium} from "./chromium.js";
import {serveSite} from "./serve.js";
import {visit} from "./visit.js";

const directory = "test/browser/screenshots";
mkdirSync(directory, {recursive: true});
const site = await serveSite("dist");
const browser = await launchChromium();
const wanted = process.argv.slice(2); // parts of addresses; all pages when there are none
for (const path of builtPages().filter((page) => wanted.length === 0 || wanted.some((part) => page.includes(part)))) {
  for (const width of [390, 1280, 1920]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const {page, close} = await visit(browser, site.origin, path, {viewport: {width, height: 900}, colorScheme});
      const name = `${path.slice(1).replaceAll("/", "-") || "home"}-${width}-${colorScheme}.png`;
      await page.screenshot({path: join(directory, name), fullPage: true, animations: "disabled"});
      await close();
      console.log(join(directory, name));
    }
  }
}
await browser.close();
site.close();
