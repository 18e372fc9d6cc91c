import type {FigureText} from "./figure-frame.js";

/** What every chart is told, whatever it shows. */
export interface FigureOptions extends FigureText {
  /** How wide the page is where the chart will stand, in pixels; it is drawn for at least 280 (see `figureWidth`). */
  width: number;
}

/** What a chart is told whose height can be chosen. */
export interface SizedFigureOptions extends FigureOptions {
  /** How high it is drawn, in pixels; each chart has a height of its own if not given. */
  height?: number;
}
