import * as Plot from "@observablehq/plot";
import {create, range} from "d3";
import {countedText, decimalText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepAlong} from "../frame/steps.js";

/** What a unit did around one event. */
export interface EventSpikes {
  /** What the readout calls the event: "pulse 12". */
  name: string;
  /** When it was, in s of the session. */
  time: number;
  /** Spikes, in s from the event, ascending. */
  spikes: ArrayLike<number>;
}

/** How the raster is drawn. */
export interface EventRasterOptions extends SizedFigureOptions {
  /** The span that is shown, in s from the event. */
  domain: readonly [number, number];
  /** What the time axis is called, with its unit. */
  timeLabel: string;
  /** What the rows are, for the axis: "pulses". */
  rows: string;
  /** The CSS colour of the ticks; that of text if not given. */
  color?: string;
  /** A span to shade, in s from the event: in which the light is on, for instance. */
  shaded?: readonly [number, number];
}

/**
 * The spikes of one unit around events that happened again and again: a row for each event, the first one on top.
 *
 * @example
 * const axes = {domain: [-0.01, 0.02], timeLabel: "time from the pulse (s)", rows: "pulses"} as const;
 * const events = [{name: "pulse 1", time: 10, spikes: [-0.004, 0.003]}];
 * eventRaster(events, {width, ariaLabel: "Spikes around pulses", ...axes, shaded: [0, 0.005]});
 */
export function eventRaster(events: readonly EventSpikes[], options: EventRasterOptions): HTMLDivElement {
  const {height = 260, domain, timeLabel, rows, color = "currentColor", shaded} = options;
  const width = figureWidth(options.width);
  const margin = {left: 66, right: 16, top: 24, bottom: 40};
  const rowHeight = (height - margin.top - margin.bottom) / Math.max(1, events.length);
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [...domain], ticks: tickCount(width)},
    y: {domain: [Math.max(1, events.length), 0]},
    marks: [
      shaded
        ? Plot.rectX([shaded], {x1: (span) => span[0], x2: (span) => span[1], fill: "currentColor", fillOpacity: 0.09})
        : null,
      bottomAxis(timeLabel),
      // A number stands in the middle of its row.
      Plot.axisY(
        range(0, events.length, Math.max(1, Math.ceil(events.length / 6))).map((row) => row + 0.5),
        {label: rows, labelArrow: "none", tickSize: 0, tickFormat: (middle: number) => String(middle + 0.5)}
      ),
      Plot.ruleX([0], {stroke: "var(--theme-foreground-fainter)"}),
      (_index, scales) => {
        const [x, y] = [scales.x, scales.y] as ((value: number) => number)[];
        const tall = Math.max(1.5, rowHeight * 0.84);
        const ticks = events.flatMap(({spikes}, row) =>
          Array.from(spikes)
            .filter((time) => time >= domain[0] && time <= domain[1])
            .map((time) => `M${x(time).toFixed(1)},${(y(row) + (rowHeight - tall) / 2).toFixed(1)}v${tall.toFixed(1)}`)
        );
        return create<SVGPathElement>("svg:path")
          .attr("d", ticks.join(""))
          .style("fill", "none")
          .style("stroke", color)
          .style("stroke-width", 1.6)
          .node()!;
      }
    ]
  });
  const x = plot.scale("x")!.apply;
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px, py) => {
      const row = Math.floor((py - margin.top) / rowHeight);
      return px >= margin.left && row >= 0 && row < events.length ? row : null;
    },
    step: (from, step, count) => stepAlong(events.length, from, step, count, "up"),
    describe: (row) => {
      const {name, time, spikes} = events[row];
      const after = Array.from(spikes).find((spike) => spike > 0);
      const first = after === undefined ? "" : `, the first after onset at ${decimalText(after * 1000, 2)} ms`;
      return `${name} at ${decimalText(time, 3)} s: ${countedText(spikes.length, "spikes")}${first}`;
    },
    outline: (row) => ({
      x: margin.left,
      y: margin.top + row * rowHeight,
      width: x(domain[1]) - margin.left,
      height: Math.max(2, rowHeight)
    })
  });
  const spikes = events.flatMap(({name, spikes}) => Array.from(spikes, (time) => ({name, time})));
  return withData(frame.root, () =>
    columnsOf(spikes, {event: ({name}) => name, "time from the event (s)": ({time}) => time})
  );
}
