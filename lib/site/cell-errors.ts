import {parseFragment} from "parse5";
import {attribute, elementsIn, textOf} from "./html-elements.js";

/** What Framework says of the cells of a page that do not parse: it shows that on the page, and calls the build a success. */
export function cellErrors(body: string): string[] {
  return [...elementsIn(parseFragment(body))]
    .filter((element) => attribute(element, "class")?.split(" ").includes("observablehq--error"))
    .map(textOf);
}
