import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {parseInfo} from "@observablehq/framework/dist/info.js";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import type {MarkdownReader} from "../cells/index.js";

const markdown = createMarkdownIt();
// Framework makes another token of a block of HTML with expressions, and forgets where it stood.
markdown.core.ruler.before("placeholder", "keep-lines", ({env, tokens}) => {
  env.lines = tokens.map(({map}) => map);
});
markdown.core.ruler.after("placeholder", "restore-lines", ({env, tokens}) => {
  for (const [i, token] of tokens.entries()) token.map ??= env.lines[i];
});

/** Reads the Markdown of a page as Framework does. */
export const markdownReader: MarkdownReader = {
  tokens(page) {
    const {content} = readFrontMatter(page);
    return {tokens: markdown.parse(content, {}), start: page.length - content.length};
  },
  fence: parseInfo
};
