import {parseInfo} from "@observablehq/framework/dist/info.js";
import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import type {MarkdownReader} from "../cells/index.js";

const markdown = createMarkdownIt();

/** Reads the Markdown of a page as Framework does. */
export const markdownReader: MarkdownReader = {
  tokens(page) {
    const {content} = readFrontMatter(page);
    return {tokens: markdown.parse(content, {}), start: page.length - content.length};
  },
  fence: parseInfo
};
