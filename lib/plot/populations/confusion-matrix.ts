import {decimalText} from "../../words/index.js";
import {bandAxis} from "../axes/band-axis.js";
import {countColors} from "../color/count-color.js";
import {countLegend} from "../color/count-legend.js";
import {cellsOf, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {paintCells} from "../frame/paint-cells.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {squareCells} from "../frame/square-cells.js";
import type {Cell} from "../frame/steps.js";

/** How often what was shown (rows) was decoded as what (columns). */
export interface Confusion {
  /** The names of the classes, in order. */
  classes: readonly string[];
  /** How many presentations, rows by columns. */
  counts: ArrayLike<number>;
}

/** How a confusion matrix is drawn. */
export interface ConfusionMatrixOptions extends FigureOptions {
  /** What the classes are, with the unit: "orientation (deg)". */
  label: string;
}

/**
 * A confusion matrix as an image: the share of the presentations of each class that were decoded as each class.
 *
 * @example
 * const confusion = {classes: ["0", "90"], counts: [12, 3, 2, 13]};
 * confusionMatrix(confusion, {width, ariaLabel: "Shown and decoded", label: "orientation (deg)"});
 */
export function confusionMatrix({classes, counts}: Confusion, options: ConfusionMatrixOptions): HTMLDivElement {
  const {label} = options;
  const n = classes.length;
  const room = figureWidth(options.width);
  const longest = classes.reduce((most, name) => Math.max(most, name.length), 1);
  const margin = {left: 30 + 7 * longest, right: 10, top: 24, bottom: 44};
  const side = Math.min(room - margin.left - margin.right, Math.max(260, Math.min(460, 44 * n)));
  const [width, height] = [side + margin.left + margin.right, side + margin.top + margin.bottom];
  const every = Math.max(1, Math.ceil((n * (7 * longest + 8)) / side));
  const everyRow = Math.max(1, Math.ceil((n * 15) / side));
  const totals = classes.map((_, row) => classes.reduce((sum, _name, column) => sum + counts[row * n + column], 0));
  const share = ({row, column}: Cell) => (totals[row] > 0 ? counts[row * n + column] / totals[row] : 0);
  const cells = classes.flatMap((_, row) => classes.map((_name, column) => ({row, column})));
  const largest = cells.reduce((most, cell) => Math.max(most, share(cell)), 0) || 1;
  const {frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: bandAxis(classes, `decoded ${label}`, every),
    y: bandAxis(classes, `shown ${label}`, everyRow, {labelAnchor: "top"})
  });
  const cellSide = side / n;
  const square = squareCells(n, cellSide, margin);
  paintUnder(frame, {width, height}, (context, scheme) => {
    const painted = cells.map((cell) => {
      const count = counts[cell.row * n + cell.column];
      return {
        box: square.box(cell),
        color: Math.round((255 * share(cell)) / largest),
        text: cellSide < 24 || count === 0 ? null : String(count)
      };
    });
    paintCells(frame, context, countColors(scheme), painted);
    context.strokeStyle = scheme === "light" ? "#b9bdc3" : "#4d5157";
    context.strokeRect(margin.left - 0.5, margin.top - 0.5, side, side);
  });
  frame.root.prepend(countLegend({maximum: largest, label: "share of the presentations of a row"}));
  makeReadable<Cell>(frame.surface, frame.readout, {
    at: square.at,
    step: (from, way, count) => {
      if (from && way === "first") return cells[0];
      return from && way === "last" ? cells[cells.length - 1] : square.step(from, way, count);
    },
    describe: (cell) =>
      `shown ${classes[cell.row]}, decoded ${classes[cell.column]}: ${counts[cell.row * n + cell.column]} of ${
        totals[cell.row]
      } presentations (${decimalText(100 * share(cell), 0)} %)`,
    outline: square.box
  });
  return withData(frame.root, () =>
    cellsOf([...classes.keys()], [...classes.keys()], {
      [`shown ${label}`]: (row) => classes[row],
      [`decoded ${label}`]: (_, column) => classes[column],
      presentations: (row, column) => counts[row * n + column]
    })
  );
}
