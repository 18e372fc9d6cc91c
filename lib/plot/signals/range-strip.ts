import * as Plot from "@observablehq/plot";
import {create, max, min} from "d3";
import {decimalText, significantText} from "../../words/index.js";
import {sessionTimeAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepAlong} from "../frame/steps.js";

/** The range of a signal in bins of time; NaN where nothing was measured. */
export interface BinnedRange {
  /** When the first bin begins, in s. */
  start: number;
  /** How wide each bin is, in s. */
  width: number;
  /** The least value of each bin. */
  minimum: ArrayLike<number>;
  /** The largest value of each bin. */
  maximum: ArrayLike<number>;
}

/** How the strip is drawn. */
export interface RangeStripOptions extends SizedFigureOptions {
  /** The signal's name and unit, for the axis. */
  label: string;
  /** The unit alone, for the readout. */
  unit: string;
  /** Significant digits of the readout. */
  digits?: number;
  /** The part, or the parts, of the session that can be looked into, which are shaded. */
  held?: readonly [number, number] | readonly (readonly [number, number])[] | null;
  /** Told which time was chosen with a click or Enter, in seconds. */
  onChoose?: (time: number) => void;
}

/** A strip on which a window of time can be shown. */
export interface RangeStrip extends HTMLDivElement {
  /** Marks a window of time, in seconds; null takes the mark away. */
  mark(window: readonly [number, number] | null): void;
}

/**
 * A signal over the whole session: from the least to the largest value in each bin, so that no peak is lost.
 *
 * @example
 * const range = {start: 0, width: 10, minimum: [0, -1, 2], maximum: [10, 12, 40]};
 * const options = {width, ariaLabel: "Running over the session", label: "running speed (cm/s)", unit: "cm/s"};
 * rangeStrip(range, options).mark([8, 12]);
 */
export function rangeStrip({start, width: bin, minimum, maximum}: BinnedRange, options: RangeStripOptions): RangeStrip {
  const {height = 200, label, unit, digits = 3, held, onChoose} = options;
  const width = figureWidth(options.width);
  const margin = {left: 44, right: 12, top: 24, bottom: 40};
  const bins = Array.from(minimum, (least, i) => ({i, from: start + i * bin, least, most: maximum[i]}));
  const highest = max(bins, ({most}) => most) ?? 1;
  const lowest = Math.min(0, min(bins, ({least}) => least) ?? 0);
  const stop = start + bins.length * bin;
  const spans = (typeof held?.[0] === "number" ? [held] : (held ?? [])) as readonly (readonly [number, number])[];
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [start, stop], ticks: tickCount(width, 110)},
    y: {domain: [lowest, highest], nice: true, ticks: 4},
    marks: [
      Plot.rectX(spans, {
        x1: (span) => Math.max(start, span[0]),
        x2: (span) => Math.min(stop, span[1]),
        fill: "var(--theme-foreground-focus)",
        fillOpacity: 0.1
      }),
      ...leftAxis(label, 4),
      sessionTimeAxis(),
      Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"}),
      Plot.areaY(bins, {
        x: ({from}) => from + bin / 2,
        y1: "least",
        y2: "most",
        fill: "var(--theme-foreground-muted)",
        stroke: "var(--theme-foreground-muted)",
        strokeWidth: 0.6
      })
    ]
  });
  const x = plot.scale("x")!;
  const windowMark = create<SVGRectElement>("svg:rect")
    .attr("y", margin.top)
    .attr("height", height - margin.top - margin.bottom)
    .style("fill", "var(--theme-foreground-focus)")
    .style("fill-opacity", 0.35)
    .style("stroke", "var(--theme-foreground-focus)")
    .style("stroke-width", 1.5);
  plot.append(windowMark.node()!);
  const number = (value: number) => significantText(value, digits);
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px) => {
      const i = Math.floor((x.invert!(px) - start) / bin);
      return px >= margin.left && i < bins.length && i >= 0 ? i : null;
    },
    step: (from, step, count) => stepAlong(bins.length, from, step, count),
    describe: (i) => {
      const {from, least, most} = bins[i];
      const read = Number.isFinite(most) ? `${number(least)} to ${number(most)} ${unit}` : "nothing measured";
      return `${decimalText(from, 1)} to ${decimalText(from + bin, 1)} s: ${read}`;
    },
    outline: (i) => ({
      x: x.apply(bins[i].from),
      y: margin.top,
      width: Math.max(1, x.apply(bins[i].from + bin) - x.apply(bins[i].from)),
      height: height - margin.top - margin.bottom
    }),
    onChoose: onChoose && ((i) => onChoose(bins[i].from))
  });
  const figure = withData(frame.root, () =>
    columnsOf(bins, {
      from_s: ({from}) => from,
      to_s: ({from}) => from + bin,
      [`least ${label}`]: ({least}) => least,
      [`largest ${label}`]: ({most}) => most
    })
  );
  return Object.assign(figure, {
    mark: (window: readonly [number, number] | null) => {
      windowMark.attr("visibility", window ? "visible" : "hidden");
      if (window)
        windowMark.attr("x", x.apply(window[0])).attr("width", Math.max(1, x.apply(window[1]) - x.apply(window[0])));
    }
  });
}
