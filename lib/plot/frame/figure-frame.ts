import type * as Plot from "@observablehq/plot";
import {type ColorScheme, currentColorScheme, whenColorSchemeChanges} from "../color/color-scheme.js";

/** What every figure says about itself to readers who do not see it. */
export interface FigureText {
  /** What the figure is, as a title. */
  ariaLabel: string;
  /** What it shows, in a sentence or two. */
  ariaDescription?: string;
  /** How to read values, shown until something is being read. */
  hint?: string;
}

/** The parts of a figure. */
export interface FigureFrame {
  /** The whole, with the readout. */
  root: HTMLDivElement;
  /** The drawing, of exactly the figure's size. */
  surface: HTMLDivElement;
  /** The line under the drawing. */
  readout: HTMLOutputElement;
}

/** The text style of every figure, for Plot's `style` option. */
export const FIGURE_STYLE = {
  background: "none",
  fontFamily: "var(--sans-serif)",
  fontSize: "12px",
  fontVariantNumeric: "tabular-nums",
  overflow: "visible"
} as const;

/** Puts a plot into a frame: a focusable surface with its text alternative, and a line to read values from. */
export function figureFrame(
  plot: (SVGSVGElement | HTMLElement) & Plot.Plot,
  {
    ariaLabel,
    ariaDescription,
    hint = "Point at the figure, or focus it and use the arrow keys, to read values."
  }: FigureText
): FigureFrame {
  const document = plot.ownerDocument;
  const root = document.createElement("div");
  root.className = "figure";
  const surface = document.createElement("div");
  surface.className = "figure-surface";
  surface.setAttribute("role", "application");
  surface.setAttribute("aria-roledescription", "figure, read with the arrow keys");
  surface.setAttribute("aria-label", ariaDescription ? `${ariaLabel}. ${ariaDescription}` : ariaLabel);
  plot.setAttribute("aria-hidden", "true");
  surface.append(plot);
  const readout = document.createElement("output");
  readout.className = "readout";
  readout.textContent = hint;
  root.append(surface, readout);
  return {root, surface, readout};
}

/** A canvas that can be painted again with more or fewer pixels, for a figure that is enlarged or saved. */
export interface PaintedCanvas extends HTMLCanvasElement {
  /** @param ratio pixels of the canvas to a pixel of the figure; the screen's if not given */
  paintAt(ratio?: number): void;
}

/**
 * Puts a canvas of the plot's size under it, for marks that are too many for SVG, and paints it now and whenever the
 * theme changes. The context is scaled to CSS pixels.
 */
export function paintUnder(
  {surface}: FigureFrame,
  {width, height}: {width: number; height: number},
  paint: (context: CanvasRenderingContext2D, scheme: ColorScheme) => void
): PaintedCanvas {
  const canvas = surface.ownerDocument.createElement("canvas");
  Object.assign(canvas.style, {width: `${width}px`, height: `${height}px`});
  canvas.setAttribute("aria-hidden", "true");
  const paintAt = (ratio = Math.max(1, globalThis.devicePixelRatio ?? 1)) => {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(context, currentColorScheme());
  };
  paintAt();
  whenColorSchemeChanges(canvas, () => paintAt());
  surface.prepend(canvas);
  return Object.assign(canvas, {paintAt});
}
