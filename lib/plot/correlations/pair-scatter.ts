import * as Plot from "@observablehq/plot";
import {max, min} from "d3";
import {roundedText} from "../../words/index.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, type FigureWithData, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {nearest} from "../frame/nearest.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** A place at which one or more points lie. */
export interface Overlap {
  /** What the first unit did, at all of these points. */
  x: number;
  /** What the second unit did. */
  y: number;
  /** Which points. */
  points: number[];
}

/** How two units are drawn against each other. */
export interface PairScatterOptions extends SizedFigureOptions {
  /** The name of the first unit, and what is counted of it, for the axis and the readout. */
  xLabel: string;
  /** The same of the second unit. */
  yLabel: string;
  /** The CSS colour of the first axis's name: that of the unit's area. */
  xColor?: string;
  /** The CSS colour of the second axis's name. */
  yColor?: string;
  /** What the points are, in the plural: "presentations", "conditions". */
  points: string;
  /** What a point is called: "presentation 3812". */
  nameOf: (point: number) => string;
}

/**
 * What one unit did against what another did, a point for each presentation or condition. Points that lie on each other,
 * as counts do, are one dot whose area is their number.
 *
 * @example
 * const axes = {xLabel: "unit 1 (spikes)", yLabel: "unit 2 (spikes)"};
 * const points = {points: "presentations", nameOf: (point: number) => `presentation ${point}`};
 * pairScatter([0, 1, 5], [1, 1, 4], {width, ariaLabel: "Counts of two units", ...axes, ...points});
 */
export function pairScatter(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: PairScatterOptions
): HTMLDivElement & FigureWithData {
  const {height = 320, xLabel, yLabel, xColor = "currentColor", yColor = "currentColor", points, nameOf} = options;
  const width = figureWidth(options.width);
  const dots = overlaps(x, y).sort((a, b) => a.x - b.x || a.y - b.y);
  const most = max(dots, (dot) => dot.points.length) ?? 1;
  const radius = (dot: Overlap) =>
    Math.max(3, Math.min(12, 3.4 * Math.sqrt(dot.points.length * Math.min(1, 12 / most))));
  const extent = (value: (dot: Overlap) => number) => {
    const [least, greatest] = [Math.min(0, min(dots, value) ?? 0), max(dots, value) ?? 1];
    const room = 0.06 * (greatest - least || 1);
    return [least - room, greatest + room];
  };
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin: {left: 54, right: 14, top: 24, bottom: 40},
    x: {domain: extent((dot) => dot.x), ticks: tickCount(width)},
    y: {domain: extent((dot) => dot.y), ticks: 5},
    marks: [
      Plot.gridY({stroke: "var(--theme-foreground-faintest)", strokeOpacity: 1, ticks: 5}),
      Plot.axisX({label: null, ticks: tickCount(width)}),
      Plot.axisY({label: null, tickSize: 0, ticks: 5}),
      Plot.text([xLabel], {frameAnchor: "bottom", dy: 38, fill: () => xColor, fontWeight: 600}),
      Plot.text([yLabel], {
        frameAnchor: "top-left",
        dx: -50,
        dy: -22,
        textAnchor: "start",
        fill: () => yColor,
        fontWeight: 600
      }),
      Plot.dot(dots, {
        x: "x",
        y: "y",
        r: radius,
        fill: "var(--theme-foreground-muted)",
        fillOpacity: 0.55,
        stroke: "var(--theme-foreground-muted)",
        strokeWidth: 0.8
      })
    ],
    r: {type: "identity"},
    color: {type: "identity"}
  });
  const xScale = plot.scale("x")!.apply;
  const yScale = plot.scale("y")!.apply;
  makeReadable<Overlap>(frame.surface, frame.readout, {
    at: (px, py) => nearest(dots, (dot) => Math.hypot(xScale(dot.x) - px, yScale(dot.y) - py), 16),
    step: (from, step, count) => stepThrough(dots, from, step, count),
    describe: (dot) => {
      const names = dot.points.length === 1 ? nameOf(dot.points[0]) : `${dot.points.length} ${points}`;
      return `${xLabel}: ${round(dot.x)} · ${yLabel}: ${round(dot.y)} · ${names}`;
    },
    outline: (dot) => {
      const r = radius(dot) + 2;
      return {x: xScale(dot.x) - r, y: yScale(dot.y) - r, width: 2 * r, height: 2 * r};
    }
  });
  const all = Array.from({length: Math.min(x.length, y.length)}, (_, point) => point);
  return withData(frame.root, () =>
    columnsOf(all, {point: nameOf, [xLabel]: (point) => x[point], [yLabel]: (point) => y[point]})
  );
}

const round = (value: number) => roundedText(value, 2);

/** The places at which points lie, in the order of the first point at each; points that are NaN lie nowhere. */
export function overlaps(x: ArrayLike<number>, y: ArrayLike<number>): Overlap[] {
  const places = new Map<string, Overlap>();
  for (let point = 0; point < Math.min(x.length, y.length); point++) {
    if (Number.isNaN(x[point]) || Number.isNaN(y[point])) continue;
    const key = `${x[point]} ${y[point]}`;
    const place = places.get(key);
    if (place) place.points.push(point);
    else places.set(key, {x: x[point], y: y[point], points: [point]});
  }
  return [...places.values()];
}
