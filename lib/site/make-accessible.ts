import {parse, parseFragment, serialize} from "parse5";
import {attribute, elementsIn, type HtmlElement} from "./html-elements.js";

/** What Framework's pages lack for a reader who hears them or enlarges them, and what there is no setting for. */
const improvements: {of: (element: HtmlElement) => boolean; improve: (element: HtmlElement) => void}[] = [
  {of: ({tagName}) => tagName === "html", improve: (html) => setAttributes(html, {lang: "en"})},
  {
    of: (element) => attribute(element, "name") === "viewport",
    improve: (viewport) => setAttributes(viewport, {content: "width=device-width, initial-scale=1"})
  },
  {of: hasId("observablehq-main"), improve: (main) => setAttributes(main, {tabindex: "-1"})},
  {of: ({tagName}) => tagName === "body", improve: beginWithSkipLink},
  // A box without a name outside all landmarks; the button "Pages" in the header does the same, and says so.
  {
    of: hasId("observablehq-sidebar-toggle"),
    improve: (box) => setAttributes(box, {"aria-hidden": "true", tabindex: "-1"})
  },
  // In a list there are but items: the label that closes the list goes into the first.
  {of: hasId("observablehq-sidebar-close"), improve: intoNextItem},
  {of: hasId("observablehq-sidebar"), improve: (list) => setAttributes(list, {"aria-label": "Pages"})},
  {of: hasId("observablehq-toc"), improve: (toc) => nameNavigation(setAttributes(toc, {role: "none"}), "On this page")},
  {of: hasId("observablehq-footer"), improve: (footer) => nameNavigation(footer, "Previous and next page")},
  {
    of: (element) => attribute(element, "type") === "search",
    improve: (input) => setAttributes(input, {"aria-label": "Search"})
  },
  // Notes beside the text are not places to jump to, of which a page would have a dozen of one name.
  {
    of: (element) => element.tagName === "aside" && attribute(element, "class") !== undefined,
    improve: (note) => setAttributes(note, {role: "note"})
  }
];

/** A page of Framework's as it should be for a reader who hears or enlarges it. */
export function makeAccessible(html: string): string {
  const page = parse(html);
  for (const element of [...elementsIn(page)])
    for (const {of, improve} of improvements) if (of(element)) improve(element);
  return serialize(page);
}

function hasId(id: string): (element: HtmlElement) => boolean {
  return (element) => attribute(element, "id") === id;
}

function setAttributes(element: HtmlElement, values: Readonly<Record<string, string>>): HtmlElement {
  const others = element.attrs.filter(({name}) => !(name in values));
  element.attrs = [...others, ...Object.entries(values).map(([name, value]) => ({name, value}))];
  return element;
}

function nameNavigation(landmark: HtmlElement, name: string): void {
  for (const element of elementsIn(landmark))
    if (element.tagName === "nav") setAttributes(element, {"aria-label": name});
}

/** Who goes by the Tab key would have to pass the list of pages on each of them. */
function beginWithSkipLink(body: HtmlElement): void {
  const [first] = body.childNodes;
  if (first && "tagName" in first && attribute(first, "class") === "skip") return;
  const link = parseFragment('<a class="skip" href="#observablehq-main">Skip to the text</a>').childNodes[0];
  link.parentNode = body;
  body.childNodes.unshift(link);
}

function intoNextItem(label: HtmlElement): void {
  const {parentNode} = label;
  const following = parentNode?.childNodes.slice(parentNode.childNodes.indexOf(label));
  const item = following?.find((node): node is HtmlElement => node.nodeName === "li");
  if (!parentNode || !item) return;
  parentNode.childNodes = parentNode.childNodes.filter((node) => node !== label);
  item.childNodes.unshift(label);
  label.parentNode = item;
}
