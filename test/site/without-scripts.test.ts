import {expect, test} from "vitest";
import {notFoundPage} from "../../lib/site/not-found-page.js";
import {readableWithoutScripts} from "../../lib/site/without-scripts.js";

const page = `<html lang="en"><head><link rel="modulepreload" href="a.js"><script type="module" src="a.js"></script>
<script>classic();</script></head><body><main><div class="notice"><observablehq-loading></observablehq-loading></div></main>
<footer id="observablehq-footer"><nav><a>Units</a></nav><div>Session 7 is <strong>synthetic</strong>.</div></footer></body></html>`;

test("a page says without its scripts what its session is, and is marked for as long as they do not run", () => {
  const readable = readableWithoutScripts(page);
  expect(readable).toContain('<html lang="en" class="without-code">');
  expect(readable).toContain('</observablehq-loading><p class="without-code">Session 7 is synthetic.</p></div>');
});

test("a page without a notice gets none", () => {
  expect(readableWithoutScripts("<main></main>")).not.toContain("<p");
});

test("the page for what is not there needs no module", () => {
  const found = notFoundPage(page);
  expect(found).not.toContain("a.js");
  expect(found).toContain("<script>classic();</script>");
});
