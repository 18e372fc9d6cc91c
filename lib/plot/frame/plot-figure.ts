import * as Plot from "@observablehq/plot";
import {FIGURE_STYLE, type FigureFrame, type FigureText, figureFrame} from "./figure-frame.js";

/** The room around a drawing, in pixels. */
export interface Margin {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Draws with Observable Plot in the style of every figure, and puts the drawing into a frame. */
export function plotFigure(
  text: FigureText,
  {margin, ...options}: Omit<Plot.PlotOptions, "margin"> & {width: number; height: number; margin: Margin}
): {plot: (SVGSVGElement | HTMLElement) & Plot.Plot; frame: FigureFrame} {
  const {left: marginLeft, right: marginRight, top: marginTop, bottom: marginBottom} = margin;
  const plot = Plot.plot({marginLeft, marginRight, marginTop, marginBottom, style: FIGURE_STYLE, ...options});
  return {plot, frame: figureFrame(plot, text)};
}
