import * as Plot from "@observablehq/plot";
import {type FigureFrame, type FigureText, figureFrame, figureStyle} from "./figure-frame.js";

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
  const plot = Plot.plot({marginLeft, marginRight, marginTop, marginBottom, style: figureStyle, ...options});
  return {plot, frame: figureFrame(plot, text)};
}

/** The horizontal axis, named below its middle. */
export function bottomAxis(label: string | null, more: Plot.AxisXOptions = {}): Plot.Markish {
  return Plot.axisX({label, labelAnchor: "center", labelArrow: "none", ...more});
}

/** The vertical axis, named above its end, with a line across the figure at each tick. */
export function leftAxis(label: string, ticks: number): Plot.Markish[] {
  return [
    Plot.gridY({stroke: "var(--theme-foreground-faintest)", strokeOpacity: 1, ticks}),
    Plot.axisY({label, labelArrow: "none", tickSize: 0, ticks})
  ];
}
