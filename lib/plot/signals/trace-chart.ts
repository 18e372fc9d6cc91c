import * as Plot from "@observablehq/plot";
import {bisectCenter, create, max, min} from "d3";
import {decimalText, significantText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {STIMULUS_BAND_HEIGHT, type StimulusInterval, stimulusBand} from "../axes/stimulus-band.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepAlong} from "../frame/steps.js";

/** A signal sampled over time. */
export interface Trace {
  /** Ascending. */
  times: ArrayLike<number>;
  /** One for each time; NaN leaves a gap. */
  values: ArrayLike<number>;
}

/** How the trace is drawn. */
export interface TraceChartOptions extends SizedFigureOptions {
  /** A CSS colour; that of text if not given. */
  color?: string;
  /** The signal's name and unit, for the axis. */
  label: string;
  /** The unit alone, for the readout. */
  unit: string;
  /** What the time axis is called, with its unit; "time in the session (s)" if not given. */
  timeLabel?: string;
  /** How many decimals the readout gives times with; 3 if not given. */
  decimals?: number;
  /** How many significant digits the readout gives values with; 4 if not given. */
  digits?: number;
  /** A number that the axis must reach, such as 0. */
  include?: number;
  /** Stimuli to show as bands under the trace. */
  stimuli?: readonly StimulusInterval[];
}

/** A trace on which a moment can be shown. */
export interface TraceChart extends HTMLDivElement {
  /** Marks a time with a line; null takes it away. */
  mark(time: number | null): void;
}

/**
 * One signal over time as a line.
 *
 * @example
 * const trace = {times: [0, 0.1, 0.2], values: [3, 12, 30]};
 * traceChart(trace, {width, ariaLabel: "Running", label: "running speed (cm/s)", unit: "cm/s", include: 0});
 */
export function traceChart({times, values}: Trace, options: TraceChartOptions): TraceChart {
  const {height = 260, color = "currentColor", label, unit, include, stimuli = [], decimals = 3, digits = 4} = options;
  const {timeLabel = "time in the session (s)"} = options;
  const width = figureWidth(options.width);
  const points = Array.from(times, (time, i) => ({time, value: values[i]}));
  const margin = {left: 50, right: 16, top: 24, bottom: 40};
  const bottom = height - margin.bottom - (stimuli.length ? STIMULUS_BAND_HEIGHT : 0);
  const finite = points.filter(({value}) => Number.isFinite(value));
  const least = min([min(finite, ({value}) => value) ?? 0, include ?? Number.POSITIVE_INFINITY])!;
  const most = max([max(finite, ({value}) => value) ?? 1, include ?? Number.NEGATIVE_INFINITY])!;
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [times[0] ?? 0, times[times.length - 1] ?? 1], ticks: tickCount(width, 110)},
    y: {
      domain: least < most ? [least, most] : [least - 1, most + 1],
      nice: true,
      ticks: 5,
      range: [bottom, margin.top]
    },
    marks: [
      ...leftAxis(label, 5),
      bottomAxis(timeLabel),
      least <= 0 && most >= 0 ? Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"}) : null,
      Plot.lineY(points, {x: "time", y: "value", stroke: () => color, strokeWidth: 1.4}),
      ...stimuli.map(stimulusBand)
    ],
    color: {type: "identity"}
  });
  const x = plot.scale("x")!;
  const y = plot.scale("y")!.apply;
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px) => (points.length && px >= margin.left ? bisectCenter(times as number[], x.invert!(px)) : null),
    step: (from, step, count) => stepAlong(points.length, from, step, count),
    describe: (i) => {
      const {time, value} = points[i];
      const read = significantText(value, digits);
      return `${decimalText(time, decimals)} s: ${Number.isFinite(value) ? `${read} ${unit}` : "no value"}`;
    },
    outline: (i) => {
      const {time, value} = points[i];
      if (!Number.isFinite(value)) return {x: x.apply(time), y: margin.top, width: 0, height: bottom - margin.top};
      return {x: x.apply(time) - 4, y: y(value) - 4, width: 8, height: 8};
    }
  });
  const moment = create<SVGLineElement>("svg:line")
    .attr("y1", margin.top)
    .attr("y2", bottom)
    .attr("visibility", "hidden")
    .style("stroke", "var(--theme-foreground-focus)")
    .style("stroke-width", 1.5);
  plot.append(moment.node()!);
  const mark = (time: number | null) => {
    moment.attr("visibility", time === null ? "hidden" : "visible");
    if (time !== null) moment.attr("transform", `translate(${x.apply(time)},0)`);
  };
  return withData(Object.assign(frame.root, {mark}), () =>
    columnsOf(points, {[timeLabel]: ({time}) => time, [label]: ({value}) => value})
  );
}
