import type MarkdownIt from "markdown-it";
import {parseFragment, serialize} from "parse5";
import {attribute, elementsIn} from "./html-elements.js";

/**
 * Leads links that name a page of a session, `<a data-page="units">`, to that page of one session; for `markdownIt` of Framework's
 * configuration.
 */
export function linkPages(sessionId: string | number): (markdown: MarkdownIt) => MarkdownIt {
  return (markdown) => {
    markdown.core.ruler.push("linked-pages", ({tokens}) => {
      for (const token of tokens)
        if (token.type === "html_block" && token.content.includes("data-page"))
          token.content = linked(token.content, sessionId);
    });
    return markdown;
  };
}

function linked(html: string, sessionId: string | number): string {
  const fragment = parseFragment(html);
  for (const element of elementsIn(fragment)) {
    const page = attribute(element, "data-page");
    if (page !== undefined) element.attrs = [{name: "href", value: `/${sessionId}/${page}`}];
  }
  return serialize(fragment);
}
