import {type DefaultTreeAdapterTypes, defaultTreeAdapter, html} from "parse5";

/** An element as parse5 gives it. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Every element in a document or a part of one, in the order of the text. */
export function* elementsIn(parent: DefaultTreeAdapterTypes.ParentNode): Generator<HtmlElement> {
  for (const node of parent.childNodes)
    if ("tagName" in node) {
      yield node;
      yield* elementsIn(node);
    }
}

/** The value of an attribute; undefined for one that an element does not have. */
export function attribute({attrs}: HtmlElement, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

/** The text in an element. */
export function textOf(parent: DefaultTreeAdapterTypes.ParentNode): string {
  return parent.childNodes
    .map((node) => ("value" in node ? node.value : "childNodes" in node ? textOf(node) : ""))
    .join("");
}

/** Puts a new element with this text at the end of another. */
export function appendElement(
  parent: HtmlElement,
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  text: string
): void {
  const attrs = Object.entries(attributes).map(([name, value]) => ({name, value}));
  const element = defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
  defaultTreeAdapter.insertText(element, text);
  defaultTreeAdapter.appendChild(parent, element);
}
