/** What decides how a shape or a text looks, and is handed down to what stands inside. */
const INHERITED = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant-numeric",
  "text-anchor",
  "paint-order",
  "visibility",
  "letter-spacing"
];

/** The same for what is not handed down, with the value that needs no words. */
const own: Record<string, string> = {
  opacity: "1",
  display: "inline",
  "dominant-baseline": "auto",
  "mix-blend-mode": "normal",
  "vector-effect": "none",
  "stop-color": "rgb(0, 0, 0)",
  "stop-opacity": "1"
};

const colored = new Set(["fill", "stroke", "stop-color"]);

/**
 * A copy of a drawing that looks the same without the page's style sheet: each element says of itself what it does not
 * have from the element around it. Colours are written as every program reads them.
 */
export function withInlineStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  inline(drawing, copy, null);
  for (const style of copy.querySelectorAll("style")) style.remove();
  return copy;
}

function inline(source: Element, copy: Element, outside: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(source);
  const words: string[] = [];
  const say = (name: string, value: string) =>
    words.push(`${name}: ${colored.has(name) ? plainColor(value) : value}`.replaceAll('"', "'"));
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value && value !== outside?.getPropertyValue(name)) say(name, value);
    copy.removeAttribute(name);
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value && value !== usual && !(name === "display" && value !== "none")) say(name, value);
    copy.removeAttribute(name);
  }
  for (const name of [...copy.getAttributeNames()])
    if (/^(class|aria-|role|tabindex)/.test(name)) copy.removeAttribute(name);
  if (words.length) copy.setAttribute("style", words.join("; "));
  else copy.removeAttribute("style");
  for (let i = 0; i < source.children.length; i++) inline(source.children[i], copy.children[i], style);
}

const known = new Map<string, string>();
let context: CanvasRenderingContext2D | null = null;

/** A colour as `rgb(…)` or `rgba(…)`; browsers also compute colours in spaces that drawing programs do not know. */
export function plainColor(color: string): string {
  if (/^(rgba?\(|#|none$|url\()/.test(color)) return color;
  const found = known.get(color);
  if (found) return found;
  context ??= Object.assign(document.createElement("canvas"), {width: 1, height: 1}).getContext("2d", {
    willReadFrequently: true
  })!;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  const plain =
    alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
  known.set(color, plain);
  return plain;
}
