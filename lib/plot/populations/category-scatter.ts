import * as Plot from "@observablehq/plot";
import {extent, quadtree} from "d3";
import {significantText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {CATEGORY_SYMBOLS, type Category, categoryLegend} from "../color/category-legend.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** A unit as a point. */
export interface ScatterPoint {
  /** The unit's id. */
  unit_id: number;
  /** What is drawn to the right; a point that is NaN in either is left out. */
  x: number;
  /** What is drawn upwards. */
  y: number;
  /** Its group: an index in the list of categories. */
  category: number;
  /** What else the readout says of it. */
  note?: string;
}

/** How a scatter is drawn. */
export interface CategoryScatterOptions extends SizedFigureOptions {
  /** The name of x with its unit, for the axis and the readout. */
  xLabel: string;
  /** The name of y with its unit, for the axis and the readout. */
  yLabel: string;
  /** The groups, with their colours. */
  categories: readonly Category[];
  /** Whether groups have symbols besides their colours; for a few groups. */
  symbols?: boolean;
  /** Whether the axes have numbers; false where they mean nothing. */
  ticks?: boolean;
  /** A unit to mark. */
  chosen?: number | null;
  /** Told which unit was chosen with a click or Enter. */
  onChoose?: (unitId: number) => void;
}

/**
 * Units as points in the plane of two numbers, in the colours of their groups.
 *
 * @example
 * const axes = {xLabel: "component 1", yLabel: "component 2", categories: [{name: "cluster 1", color: "#36c"}]};
 * categoryScatter([{unit_id: 1, x: 0.2, y: -1.5, category: 0}], {width, ariaLabel: "Units by features", ...axes});
 */
export function categoryScatter(points: readonly ScatterPoint[], options: CategoryScatterOptions): HTMLDivElement {
  const {height = 420, xLabel, yLabel, categories, symbols = false, ticks = true, chosen, onChoose} = options;
  const width = figureWidth(options.width);
  const shown = points.filter(({x, y}) => Number.isFinite(x) && Number.isFinite(y));
  const margin = {left: ticks ? 52 : 18, right: 16, top: 24, bottom: ticks ? 40 : 26};
  const marked = shown.filter(({unit_id}) => unit_id === chosen);
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: spread(shown.map(({x}) => x)), inset: 8},
    y: {domain: spread(shown.map(({y}) => y)), inset: 8},
    marks: [
      ...(ticks ? leftAxis(yLabel, 5) : [Plot.axisY({label: yLabel, labelArrow: "none", ticks: []})]),
      bottomAxis(xLabel, ticks ? {ticks: tickCount(width)} : {ticks: []}),
      Plot.dot(shown, {
        x: "x",
        y: "y",
        r: shown.length > 400 ? 3 : 4,
        fill: ({category}) => categories[category].color,
        fillOpacity: 0.72,
        symbol: symbols ? ({category}) => CATEGORY_SYMBOLS[category % CATEGORY_SYMBOLS.length] : undefined
      }),
      Plot.dot(marked, {x: "x", y: "y", r: 8, stroke: "var(--theme-foreground)", strokeWidth: 2})
    ],
    color: {type: "identity"},
    symbol: {type: "identity"}
  });
  const used = [...categories.keys()].filter((k) => shown.some(({category}) => category === k));
  frame.root.prepend(
    categoryLegend(
      used.map((k) => categories[k]),
      symbols ? used : undefined
    )
  );
  const [x, y] = [plot.scale("x")!.apply, plot.scale("y")!.apply];
  const places = quadtree(
    shown,
    (point) => x(point.x),
    (point) => y(point.y)
  );
  const inOrder = [...shown].sort((a, b) => a.x - b.x);
  const read = (value: number) => significantText(value, 3);
  makeReadable<ScatterPoint>(frame.surface, frame.readout, {
    at: (px, py) => places.find(px, py, 24) ?? null,
    step: (from, step, count) => stepThrough(inOrder, from, step, count),
    describe: (point) =>
      `unit ${point.unit_id} (${categories[point.category].name}): ${
        ticks ? `${xLabel} ${read(point.x)}, ${yLabel} ${read(point.y)}` : ""
      }${point.note ? `${ticks ? " · " : ""}${point.note}` : ""}`,
    outline: (point) => ({x: x(point.x) - 7, y: y(point.y) - 7, width: 14, height: 14}),
    ...(onChoose && {onChoose: ({unit_id}) => onChoose(unit_id)})
  });
  return withData(frame.root, () =>
    columnsOf(shown, {
      unit_id: ({unit_id}) => unit_id,
      [xLabel]: (point) => point.x,
      [yLabel]: (point) => point.y,
      group: ({category}) => categories[category].name
    })
  );
}

/** The range of values, with some width also where they are all one. */
function spread(values: readonly number[]): [number, number] {
  const [least = 0, most = 1] = extent(values) as [number?, number?];
  return least < most ? [least, most] : [least - 1, most + 1];
}
