import {create} from "d3";
import type {Drawing} from "./draw-text.js";
import type {FigureFrame, FigureText} from "./figure-frame.js";
import {plotFigure} from "./plot-figure.js";

/** A figure without axes or scales, drawn into one group in the figure's pixels. */
export function drawnFigure(
  text: FigureText,
  size: {width: number; height: number},
  draw: (group: Drawing) => void
): FigureFrame {
  const mark = () => {
    const group = create<SVGGElement>("svg:g");
    draw(group);
    return group.node()!;
  };
  const margin = {left: 0, right: 0, top: 0, bottom: 0};
  return plotFigure(text, {...size, margin, axis: null, marks: [mark]}).frame;
}
