import {parse, serialize} from "parse5";
import {appendElement, attribute, elementsIn, type HtmlElement, textOf} from "./html-elements.js";

/** The class of a page whose code has not come; src/components/without-code.ts takes it away, and gives it back. */
const WITHOUT_CODE = "without-code";

/**
 * A built page as it is read where its scripts do not run: it shows the list of pages, and in the place of the notice, which is a
 * cell, what the foot of the page says of the session.
 */
export function readableWithoutScripts(html: string): string {
  const page = parse(html);
  const elements = [...elementsIn(page)];
  const root = elements.find(({tagName}) => tagName === "html")!;
  root.attrs.push({name: "class", value: WITHOUT_CODE});
  const notice = elements.find((element) => attribute(element, "class") === "notice");
  const footer = elements.find((element) => attribute(element, "id") === "observablehq-footer");
  const words = footer?.childNodes.find((node): node is HtmlElement => node.nodeName === "div");
  if (notice && words) appendElement(notice, "p", {class: WITHOUT_CODE}, textOf(words).trim());
  return serialize(page);
}
