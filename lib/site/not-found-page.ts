import {parse, serialize} from "parse5";
import {attribute, elementsIn} from "./html-elements.js";

/**
 * The page that a host serves for what is not there, without modules: it stands at any address, from which they would not be found, and
 * needs none. Its own script finds where the site begins (src/404.md).
 */
export function notFoundPage(html: string): string {
  const page = parse(html);
  for (const element of [...elementsIn(page)]) {
    const isModule = attribute(element, "type") === "module" || attribute(element, "rel") === "modulepreload";
    const parent = element.parentNode;
    if (isModule && parent) parent.childNodes = parent.childNodes.filter((node) => node !== element);
  }
  return serialize(page);
}
