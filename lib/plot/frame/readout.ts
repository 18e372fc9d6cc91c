/** Where the mark of what is being read is drawn, in the figure's pixels. A width or height of 0 makes it a line. */
export interface Outline {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the arrow keys, Home and End ask for. */
export type Step = "left" | "right" | "up" | "down" | "first" | "last";

/** A figure whose things can be read one by one, by pointer or by keyboard. */
export interface Readable<Item> {
  /** The thing at a place of the figure, in its pixels; null where there is none. */
  at(x: number, y: number): Item | null;
  /** The thing one step further (ten with Shift); from null, where reading starts. */
  step(from: Item | null, step: Step, count: number): Item | null;
  /** Its exact values and ids, as one line of text. */
  describe(item: Item): string;
  /** Where it is. */
  outline(item: Item): Outline;
  /** Told whenever another thing is read; null when the pointer has left. */
  onRead?(item: Item | null): void;
  /** Told when a thing is chosen with a click or Enter. */
  onChoose?(item: Item): void;
}

const STEPS: Record<string, Step> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last"
};

/**
 * Lets a reader point at a figure, or focus it and walk through it with the arrow keys; what stands there is written to
 * the readout and outlined. Screen readers are told only what the keyboard reached, not every pixel the pointer crossed.
 *
 * @param surface the element that holds the figure; it becomes focusable
 * @param readout the line that the values are written to; its first text is shown again when reading ends
 * @returns writes what is being read again, for a figure whose values change while it is read
 */
export function makeReadable<Item>(surface: HTMLElement, readout: HTMLElement, readable: Readable<Item>): () => void {
  const hint = readout.textContent ?? "";
  const mark = surface.ownerDocument.createElement("div");
  mark.className = "reading";
  mark.hidden = true;
  surface.append(mark);
  surface.tabIndex = 0;
  let current: Item | null = null;

  const read = (item: Item | null, live: boolean) => {
    readout.setAttribute("aria-live", live ? "polite" : "off");
    readout.textContent = item === null ? hint : readable.describe(item);
    readout.classList.toggle("empty", item === null);
    mark.hidden = item === null;
    if (item !== null) {
      const {x, y, width, height} = readable.outline(item);
      Object.assign(mark.style, {left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`});
    }
    current = item;
    readable.onRead?.(item);
  };
  const under = (event: PointerEvent | MouseEvent) => {
    const box = surface.getBoundingClientRect();
    const scale = box.width / surface.offsetWidth || 1; // an enlarged figure is scaled
    return readable.at((event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
  };

  readout.classList.add("empty");
  surface.addEventListener("pointermove", (event) => read(under(event), false));
  surface.addEventListener("pointerdown", (event) => read(under(event), false));
  surface.addEventListener("pointerleave", () => read(null, false));
  surface.addEventListener("blur", () => read(null, false));
  surface.addEventListener("click", (event) => {
    const item = under(event);
    if (item !== null) readable.onChoose?.(item);
  });
  surface.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return read(null, false);
    if ((event.key === "Enter" || event.key === " ") && current !== null && readable.onChoose) {
      event.preventDefault();
      return readable.onChoose(current);
    }
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = readable.step(current, step, event.shiftKey ? 10 : 1);
    if (next !== null) read(next, true);
  });
  return () => {
    if (current !== null) readout.textContent = readable.describe(current);
  };
}
