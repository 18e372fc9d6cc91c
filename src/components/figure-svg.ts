import {plainColor, withInlineStyles} from "./inline-styles.js";

/** A canvas of lib/plot, which can be painted with more pixels. */
type Canvas = HTMLCanvasElement & {paintAt?(ratio?: number): void};

/** What belongs to using a figure, not to what it shows. */
const NOT_DRAWN = ".readout, .reading, button, input, select, label, observablehq-loading, style, script, [hidden]";

const NAMESPACE = "http://www.w3.org/2000/svg";
const ROOM = 8;

/** A figure as a picture that needs nothing else. */
export interface FigurePicture {
  svg(): Blob;
  /** Two pixels of the image to each of the figure's. */
  png(): Promise<Blob>;
}

/**
 * Draws all that is drawn in a figure into one SVG: SVGs with their styles, canvases as images, and the words and colour
 * scales that are HTML. Behind it lies the colour of the page.
 */
export function figureSvg(
  plot: HTMLElement,
  {title, description}: {title: string; description: string}
): FigurePicture {
  const parts: SVGElement[] = [];
  const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  const place = (part: SVGElement, rect: DOMRect) => {
    for (const name of ["x", "y", "width", "height"] as const) part.setAttribute(name, String(rect[name]));
    box.left = Math.min(box.left, rect.left);
    box.top = Math.min(box.top, rect.top);
    box.right = Math.max(box.right, rect.right);
    box.bottom = Math.max(box.bottom, rect.bottom);
    parts.push(part);
  };
  const walk = (element: Element) => {
    if (element.matches(NOT_DRAWN) || !isShown(element)) return;
    if (element instanceof SVGSVGElement) {
      const copy = withInlineStyles(element);
      copy.setAttribute("overflow", "visible");
      place(copy, element.getBoundingClientRect());
      return;
    }
    if (element instanceof HTMLCanvasElement) {
      place(create("image", {href: imageOf(element), preserveAspectRatio: "none"}), element.getBoundingClientRect());
      return;
    }
    for (const part of paintedBox(element, parts.length)) place(part, element.getBoundingClientRect());
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child);
      else if (child instanceof Text)
        for (const {line, rect} of linesOf(child)) place(words(line, rect, element), rect);
    }
  };
  walk(plot);
  if (parts.length === 0) throw new Error("There is nothing drawn in this figure.");

  const [width, height] = [box.right - box.left + 2 * ROOM, box.bottom - box.top + 2 * ROOM].map(Math.ceil);
  const view = [box.left - ROOM, box.top - ROOM, width, height];
  const ground = plainColor(
    getComputedStyle(document.documentElement).getPropertyValue("--theme-background") || "#fff"
  );
  const root = create("svg", {xmlns: NAMESPACE, width, height, viewBox: view.join(" ")});
  const [name, text] = [create("title"), create("desc")];
  name.textContent = title;
  text.textContent = `${description} ${location.href}`;
  root.append(name, text, create("rect", {x: view[0], y: view[1], width, height, fill: ground}), ...parts);
  const svg = () => new Blob([new XMLSerializer().serializeToString(root)], {type: "image/svg+xml"});
  return {svg, png: () => rasterize(svg(), width, height)};
}

function create(name: string, attributes: Record<string, string | number> = {}): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function isShown(element: Element): boolean {
  const {display, visibility} = getComputedStyle(element);
  return display !== "none" && visibility !== "hidden";
}

function imageOf(canvas: Canvas): string {
  canvas.paintAt?.(Math.max(2, devicePixelRatio));
  const image = canvas.toDataURL();
  canvas.paintAt?.();
  return image;
}

/** The ground and the gradient of an element, where it has one. */
function paintedBox(element: Element, id: number): SVGElement[] {
  const {backgroundColor, backgroundImage, borderTopWidth, borderTopColor, borderRadius} = getComputedStyle(element);
  const colors = backgroundImage.startsWith("linear-gradient") ? (backgroundImage.match(/rgba?\([^)]*\)/g) ?? []) : [];
  const hasGround = !/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor);
  const border = Number.parseFloat(borderTopWidth);
  if (!hasGround && colors.length === 0 && !border) return [];
  const round = borderRadius.endsWith("%") ? "50%" : Number.parseFloat(borderRadius) || 0;
  const box = create("rect", {
    fill: colors.length ? `url(#gradient-${id})` : hasGround ? plainColor(backgroundColor) : "none",
    stroke: border ? plainColor(borderTopColor) : "none",
    "stroke-width": border,
    rx: round
  });
  if (colors.length === 0) return [box];
  const gradient = create("linearGradient", {id: `gradient-${id}`});
  gradient.append(...colors.map((color, i) => create("stop", {offset: i / (colors.length - 1), "stop-color": color})));
  return [gradient, box];
}

/** The lines that a text was broken into, with where they stand. */
function linesOf(text: Text): {line: string; rect: DOMRect}[] {
  const range = document.createRange();
  const lines: {line: string; rect: DOMRect}[] = [];
  for (const match of text.data.matchAll(/\S+/g)) {
    range.setStart(text, match.index);
    range.setEnd(text, match.index + match[0].length);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 2) {
      last.line += ` ${match[0]}`;
      last.rect = new DOMRect(last.rect.x, last.rect.y, rect.right - last.rect.x, last.rect.height);
    } else lines.push({line: match[0], rect});
  }
  return lines;
}

function words(line: string, rect: DOMRect, element: Element): SVGElement {
  const {color, fontFamily, fontSize, fontWeight} = getComputedStyle(element);
  const text = create("text", {
    fill: plainColor(color),
    "font-family": fontFamily,
    "font-size": fontSize,
    "font-weight": fontWeight,
    dy: "0.8em",
    textLength: rect.width
  });
  text.textContent = line;
  return text;
}

async function rasterize(svg: Blob, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * 2, height * 2];
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    if (!blob) throw new Error("The image is larger than this browser can make.");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
