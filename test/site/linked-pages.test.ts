import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {expect, test} from "vitest";
import {linkPages} from "../../lib/site/linked-pages.js";

test("a link that names a page of a session leads to it, with what stands around it", () => {
  const md = linkPages(7)(createMarkdownIt());
  const written = '<ol class="journey">\n<li><a data-page="units">Units</a><span>Who was recorded</span></li>\n</ol>\n';
  const {body} = parseMarkdown(`A text.\n\n${written}`, {md, path: "/index"});
  expect(body).toContain(
    '<ol class="journey">\n<li><a href="/7/units">Units</a><span>Who was recorded</span></li>\n</ol>'
  );
});
