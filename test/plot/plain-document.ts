// A document without a browser, in which figures can be drawn: what is written into it stays as it was written, and canvases
// remember what was painted.
import {createHash} from "node:crypto";
import {parseHTML} from "linkedom";
import {roundedNumbers} from "./rounded-numbers.js";

const painted = new WeakMap<object, {context: object; lines: string[]}>();

/** Pixels as a canvas takes them: red, green, blue and opacity, row by row. */
class PlainImageData {
  readonly data: Uint8ClampedArray;
  constructor(
    readonly width: number,
    readonly height: number
  ) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}

/** Gives figures a document. Themes cannot be asked for in it, so canvases are painted for the light one. */
export function provideDocument(): void {
  const {document, window} = parseHTML("<!doctype html><html><body></body></html>");
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: object) {
      const record = painted.get(this) ?? recordedContext();
      painted.set(this, record);
      return record.context;
    }
  });
  Object.assign(globalThis, {
    window,
    document,
    Event: window.Event,
    ImageData: PlainImageData,
    getComputedStyle: () => ({fontFamily: "sans-serif"})
  });
}

/** What was painted on a canvas, in order: a line for each call and each setting of its context. */
export function paintedLines(canvas: object): readonly string[] {
  return painted.get(canvas)?.lines ?? [];
}

/** A drawing context that remembers what it is told to do, and does nothing. */
function recordedContext(): {context: object; lines: string[]} {
  const lines: string[] = [];
  const context = new Proxy<Record<string | symbol, unknown>>(
    {},
    {
      get: (settings, name) =>
        name in settings
          ? settings[name]
          : (...given: unknown[]) => lines.push(`${String(name)}(${given.map(argumentText).join(", ")})`),
      set: (settings, name, value) => {
        settings[name] = value;
        lines.push(`${String(name)} = ${argumentText(value)}`);
        return true;
      }
    }
  );
  return {context, lines};
}

function argumentText(value: unknown): string {
  if (value instanceof PlainImageData) return `pixels\n${pixelRows(value).join("\n")}\n`;
  if (typeof value === "object" && value !== null && painted.has(value))
    return `image of\n${paintedLines(value)
      .flatMap((line) => line.split("\n"))
      .map((line) => `  ${line}`)
      .join("\n")}\n`;
  return roundedNumbers(String(value));
}

/** The most pixels of a row that are written out. */
const most = 40;

/** The rows of an image: their pixels as hexadecimal colours, or, where a row is long, a digest of it. */
function pixelRows({width, height, data}: PlainImageData): string[] {
  return Array.from({length: height}, (_, row) => {
    const bytes = data.subarray(4 * row * width, 4 * (row + 1) * width);
    if (width > most)
      return `  ${width} pixels, SHA-256 ${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`;
    const pixels = Array.from({length: width}, (_, i) => Buffer.from(bytes.subarray(4 * i, 4 * i + 3)).toString("hex"));
    return `  ${pixels.join(" ")}`;
  });
}
