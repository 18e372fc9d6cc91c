import {describe, expect, test} from "vitest";
import {makeAccessible} from "../../lib/site/make-accessible.js";

/** A page as Framework 1.13.4 makes it, as far as it is changed. */
const page = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<script type="module">
if (1 < 2 && "<html>") define({id: "</aside>"});
</script>
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
    <li class="observablehq-link"><a href="./">Home</a></li>
  </ol>
  <div id="observablehq-search"><input type="search" placeholder="Search"></div>
</nav>
<aside id="observablehq-toc" data-selector="h2">
<nav></nav>
</aside>
<main id="observablehq-main"><aside class="note">A note</aside><pre>
  two
</pre></main>
<footer id="observablehq-footer">
<nav><a rel="next" href="./units">Units</a></nav>
</footer>
</body>
</html>`;
const mended = makeAccessible(page);

describe("a built page", () => {
  test("says its language, and can be enlarged", () => {
    expect(mended).toContain('<html lang="en">');
    expect(mended).toContain('content="width=device-width, initial-scale=1"');
  });

  test("begins with a link past the list of pages, to a text that can take the focus", () => {
    expect(mended).toMatch(/<body><a class="skip" href="#observablehq-main">[^<]+<\/a>/);
    expect(mended).toContain('<main id="observablehq-main" tabindex="-1">');
  });

  test("names its landmarks and its search", () => {
    expect(mended).toContain('<nav id="observablehq-sidebar" aria-label="Pages">');
    expect(mended).toMatch(/<aside id="observablehq-toc"[^>]* role="none">\s*<nav aria-label="On this page">/);
    expect(mended).toMatch(/<footer id="observablehq-footer">\s*<nav aria-label="Previous and next page">/);
    expect(mended).toMatch(/<input type="search"[^>]* aria-label="Search">/);
  });

  test("does not tell of the box that opens the list of pages, beside the button that does", () => {
    expect(mended).toMatch(/<input id="observablehq-sidebar-toggle"[^>]* aria-hidden="true" tabindex="-1">/);
  });

  test("has a list of pages in which there are but items", () => {
    expect(mended).toMatch(/<ol>\s*<li class="observablehq-link"><label id="observablehq-sidebar-close"/);
  });

  test("has notes that are no landmarks", () => {
    expect(mended).toContain('<aside class="note" role="note">');
  });

  test("keeps its scripts and its text as they were", () => {
    expect(mended).toContain('if (1 < 2 && "<html>") define({id: "</aside>"});');
    expect(mended).toContain("  two\n</pre>");
  });

  test("stays as it is when it is mended again", () => {
    expect(makeAccessible(mended)).toBe(mended);
  });
});
