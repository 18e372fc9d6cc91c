import type * as Plot from "@observablehq/plot";
import {type ColorScheme, currentColorScheme, whenColorSchemeChanges} from "./color-scheme.js";

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
export const figureStyle = {
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

/**
 * Puts a canvas of the plot's size under it, for marks that are too many for SVG, and paints it now and whenever the
 * theme changes. The context is scaled to CSS pixels.
 */
export function paintUnder(
  {surface}: FigureFrame,
  {width, height}: {width: number; height: number},
  paint: (context: CanvasRenderingContext2D, scheme: ColorScheme) => void
): HTMLCanvasElement {
  const canvas = surface.ownerDocument.createElement("canvas");
  const ratio = Math.max(1, globalThis.devicePixelRatio ?? 1);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  Object.assign(canvas.style, {width: `${width}px`, height: `${height}px`});
  canvas.setAttribute("aria-hidden", "true");
  const repaint = () => {
    const context = canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    paint(context, currentColorScheme());
  };
  repaint();
  whenColorSchemeChanges(canvas, repaint);
  surface.prepend(canvas);
  return canvas;
}
