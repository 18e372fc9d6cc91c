import * as Plot from "@observablehq/plot";
import {max, sum} from "d3";
import {countedText, significantText} from "../../words/index.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";
import {countBars} from "./count-bars.js";
import {isKept, type KeptSide} from "./kept-side.js";
import {metricBins} from "./metric-bins.js";

/** How a metric's histogram is drawn. */
export interface MetricHistogramOptions extends SizedFigureOptions {
  /** The metric's name with its unit, for the axis. */
  label: string;
  /** What is counted, as a plural; "units" by default. */
  counted?: string;
  /** Roughly how many bins; their edges are round numbers. */
  bins?: number;
  /** A limit to show: values on the kept side are drawn strong, the others faint. */
  limit?: KeptSide;
}

/**
 * How a quality metric is spread over the units. Missing values (NaN, null) are left out and counted in the readout's hint.
 *
 * @example
 * const options = {width, ariaLabel: "Interspike-interval violations", label: "ISI violations"};
 * metricHistogram([0.1, 0.2, 0.7], {...options, bins: 20, limit: {value: 0.5, keep: "below"}});
 *
 * @param values one number per unit
 */
export function metricHistogram(values: ArrayLike<number>, options: MetricHistogramOptions): HTMLDivElement {
  const {height = 170, label, counted = "units", bins = 28, limit} = options;
  const width = figureWidth(options.width);
  const counts = metricBins(values, bins);
  // Metrics with few bins would fill the figure with a bar: there is always room for five, and the limit is in sight.
  const [first, last] = [counts[0]?.x0 ?? 0, counts.at(-1)?.x1 ?? 1];
  const room = counts.length < 5 ? ((last - first) / Math.max(1, counts.length)) * ((5 - counts.length) / 2) : 0;
  const domain = [
    Math.min(first - room, limit?.value ?? Number.POSITIVE_INFINITY),
    Math.max(last + room, limit?.value ?? Number.NEGATIVE_INFINITY)
  ];
  const missing = values.length - sum(counts, ({rows}) => rows.length);
  const text = {
    ...options,
    hint: missing ? `${missing} of ${values.length} ${counted} have no value.` : "\u00a0"
  };
  const {plot, frame} = plotFigure(text, {
    width,
    height,
    margin: {left: 40, right: 12, top: 22, bottom: 36},
    x: {domain, label, labelAnchor: "center", labelArrow: "none", ticks: tickCount(width, 80)},
    y: {label: null, ticks: 4, domain: [0, Math.max(1, max(counts, ({rows}) => rows.length) ?? 1)], nice: true},
    marks: [
      ...countBars(
        counts,
        ({rows}) => rows.length,
        counted,
        (own) => (isKept(own, limit) ? 1 : 0.3)
      ),
      limit ? Plot.ruleX([limit.value], {stroke: "var(--theme-foreground-focus)", strokeWidth: 1.5}) : null,
      Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"})
    ]
  });
  const x = plot.scale("x")!.apply;
  const y = plot.scale("y")!.apply;
  makeReadable(frame.surface, frame.readout, {
    at: (px) => counts.find((c) => px >= x(c.x0) && px < x(c.x1)) ?? null,
    step: (from, step, count) => stepThrough(counts, from, step, count),
    describe: (c) => `${edge(c.x0)} to ${edge(c.x1)}: ${countedText(c.rows.length, counted)}`,
    outline: (c) => ({x: x(c.x0), y: y(c.rows.length), width: x(c.x1) - x(c.x0), height: y(0) - y(c.rows.length)})
  });
  return withData(frame.root, () =>
    columnsOf(counts, {metric: () => label, from: ({x0}) => x0, to: ({x1}) => x1, units: ({rows}) => rows.length})
  );
}

/** An edge of a bin without the noise of its last binary digits. */
const edge = (value: number) => significantText(value, 6);
