import * as Plot from "@observablehq/plot";
import {max, min} from "d3";
import {significantText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {categoryLegend, LINE_DASHES} from "../color/category-legend.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {nearest} from "../frame/nearest.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** A value at a number, with what it is uncertain by. */
export interface NumberPoint {
  /** The number. */
  x: number;
  /** The value; NaN leaves a gap. */
  y: number;
  /** The lower end of a band around it; none if not given. */
  low?: number;
  /** The upper end of the band. */
  high?: number;
}

/** Values along an axis of numbers. */
export interface NumberLine {
  /** What it is called, in the legend and the readout. */
  name: string;
  /** A CSS colour. */
  color: string;
  /** Its values, in the order in which the line goes through them. */
  points: readonly NumberPoint[];
}

/** A level that values are compared with, such as chance. */
export interface NumberLevel {
  /** What it is called, in the legend and the readout. */
  name: string;
  /** The level, in the unit of the values. */
  value: number;
  /** The lower end of a band around it; none if not given. */
  low?: number;
  /** The upper end of the band. */
  high?: number;
}

/** How lines along numbers are drawn. */
export interface NumberChartOptions extends SizedFigureOptions {
  /** What the numbers are, with the unit. */
  xLabel: string;
  /** What the values are, with the unit. */
  label: string;
  /** Whether a dot is drawn at each value. */
  dots?: boolean;
  /** A level that values are compared with, such as chance, drawn as a dashed line. */
  level?: NumberLevel;
  /** A number to mark, with why. */
  marked?: {x: number; name: string};
  /** Values that the axis must reach. */
  include?: readonly number[];
  /** Significant digits of values, for the readout; 3 by default. */
  digits?: number;
  /** Told which number was chosen with a click or Enter. */
  onChoose?: (x: number) => void;
}

/**
 * One or a few lines of values along numbers (offsets, sizes, times), with bands, and a level to compare them with.
 *
 * @example
 * const line = {name: "VISp", color: "#36c", points: [{x: 1, y: 0.3}, {x: 10, y: 0.6}]};
 * const options = {width, ariaLabel: "Accuracy by units", xLabel: "units", label: "accuracy"};
 * numberChart([line], {...options, level: {name: "chance", value: 0.25}});
 */
export function numberChart(lines: readonly NumberLine[], options: NumberChartOptions): HTMLDivElement {
  const {height = 280, xLabel, label, dots = false, level, marked, include = [], digits = 3, onChoose} = options;
  const width = figureWidth(options.width);
  const rows = lines.flatMap((line) => line.points.map((point) => ({line, ...point})));
  const finite = rows.filter(({y}) => Number.isFinite(y));
  const reached = [
    ...include,
    ...finite.flatMap(({y, low, high}) => [y, low ?? y, high ?? y]),
    ...(level ? [level.value, level.low ?? level.value, level.high ?? level.value] : [])
  ].filter(Number.isFinite);
  const [least, most] = [min(reached) ?? 0, max(reached) ?? 1];
  const [from, to] = [min(rows, ({x}) => x) ?? 0, max(rows, ({x}) => x) ?? 1];
  const margin = {left: 60, right: 16, top: 24, bottom: 40};
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: from < to ? [from, to] : [from - 1, to + 1], inset: dots ? 8 : 0},
    y: {domain: least < most ? [least, most] : [least - 1, most + 1], nice: true, ticks: 5},
    marks: [
      ...leftAxis(label, 5),
      bottomAxis(xLabel, {ticks: tickCount(width)}),
      level && level.low !== undefined
        ? Plot.rectY([level], {x1: from, x2: to, y1: "low", y2: "high", fill: "var(--theme-foreground-faintest)"})
        : null,
      level ? Plot.ruleY([level], {y: "value", stroke: "var(--theme-foreground-faint)", strokeDasharray: "4,3"}) : null,
      least < 0 && most > 0 ? Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"}) : null,
      marked ? Plot.ruleX([marked], {x: "x", stroke: "var(--theme-foreground-focus)"}) : null,
      Plot.areaY(finite, {
        x: "x",
        y1: ({y, low}) => low ?? y,
        y2: ({y, high}) => high ?? y,
        z: ({line}) => line.name,
        fill: ({line}) => line.color,
        fillOpacity: 0.2
      }),
      lines.map((line, i) =>
        Plot.lineY(line.points, {
          x: "x",
          y: "y",
          stroke: () => line.color,
          strokeWidth: 1.6,
          strokeDasharray: LINE_DASHES[i % LINE_DASHES.length]
        })
      ),
      dots ? Plot.dot(finite, {x: "x", y: "y", r: 3.2, fill: ({line}) => line.color}) : null
    ],
    color: {type: "identity"}
  });
  const x = plot.scale("x")!;
  const xs = [...new Set(rows.map((row) => row.x))].sort((a, b) => a - b);
  const named = lines.length > 1 || level;
  if (named) {
    const levels = level ? [{name: level.name, color: "var(--theme-foreground-faint)"}] : [];
    frame.root.prepend(categoryLegend([...lines, ...levels], undefined, lines.length > 1 ? lines.length : 0));
  }
  const read = (value: number) => (Number.isFinite(value) ? significantText(value, digits) : "no value");
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px) => nearest(xs, (value) => Math.abs(x.apply(value) - px)),
    step: (current, step, count) => stepThrough(xs, current, step, count),
    describe: (at) =>
      `${read(at)} ${xLabel}: ${rows
        .filter((row) => row.x === at)
        .map(({line, y, low, high}) => {
          const band = low !== undefined && high !== undefined ? ` (${read(low)} to ${read(high)})` : "";
          return `${lines.length > 1 ? `${line.name} ` : ""}${read(y)}${band}`;
        })
        .join(" · ")} ${lines.length > 1 ? "" : label}${level ? ` · ${level.name} ${read(level.value)}` : ""}`,
    outline: (at) => ({x: x.apply(at), y: margin.top, width: 0, height: height - margin.bottom - margin.top}),
    ...(onChoose && {onChoose})
  });
  return withData(frame.root, () =>
    columnsOf(rows, {
      line: ({line}) => line.name,
      [xLabel]: (row) => row.x,
      [label]: ({y}) => y,
      low: ({low}) => low,
      high: ({high}) => high
    })
  );
}
