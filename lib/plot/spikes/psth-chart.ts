import * as Plot from "@observablehq/plot";
import {max} from "d3";
import {decimalText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {lineNames} from "../axes/line-names.js";
import {STIMULUS_BAND_HEIGHT, type StimulusInterval, stimulusBand} from "../axes/stimulus-band.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepAlong} from "../frame/steps.js";

/** A mean response with its standard error, bin by bin. */
export interface MeanResponse {
  /** What it is the mean of, for the label at the line. */
  name: string;
  /** A CSS colour. */
  color: string;
  /** Mean in each bin. */
  mean: ArrayLike<number>;
  /** Standard error of the mean in each bin, in the same unit. */
  sem: ArrayLike<number>;
  /** Over how many. */
  n: number;
}

/** How a peristimulus time histogram is drawn. */
export interface PsthChartOptions extends SizedFigureOptions {
  /** The unit of the responses, in words, for the axis. */
  label?: string;
  /** What n counts: "presentations", "units". */
  over: string;
  /** When the stimulus was on, to be shown as a band under the lines. */
  stimulus?: StimulusInterval;
}

/**
 * Mean responses around the onset of a stimulus as lines with bands of one standard error.
 *
 * @example
 * const dark = {name: "dark", color: "#36c", mean: [2, 8, 5], sem: [0.5, 1, 0.7], n: 75};
 * psthChart([-0.1, 0, 0.1, 0.2], [dark], {width, ariaLabel: "Mean response to flashes", over: "presentations"});
 *
 * @param edges the edges of the time bins in seconds from onset, one more than there are bins
 * @param responses one or a few, drawn in their order
 */
export function psthChart(
  edges: ArrayLike<number>,
  responses: readonly MeanResponse[],
  options: PsthChartOptions
): HTMLDivElement {
  const {height = 280, label = "firing rate (spikes/s)", stimulus, over} = options;
  const width = figureWidth(options.width);
  const bins = edges.length - 1;
  const centre = (bin: number) => (edges[bin] + edges[bin + 1]) / 2;
  const rows = responses.flatMap((response) =>
    Array.from({length: bins}, (_, bin) => ({
      response,
      bin,
      time: centre(bin),
      mean: response.mean[bin],
      sem: Number.isFinite(response.sem[bin]) ? response.sem[bin] : 0
    }))
  );
  const highest = max(rows, (row) => row.mean + row.sem) || 1;
  // As wide as in the images of the same counts, so that the same time stands at the same place.
  const margin = {left: 66, right: 16, top: responses.length > 1 ? 30 : 24, bottom: 40};
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [edges[0], edges[bins]], ticks: tickCount(width)},
    y: {domain: [0, highest], nice: true, range: [height - margin.bottom - STIMULUS_BAND_HEIGHT, margin.top], ticks: 5},
    marks: [
      ...leftAxis(label, 5),
      bottomAxis("time from stimulus onset (s)"),
      Plot.ruleX([0], {stroke: "var(--theme-foreground-fainter)"}),
      Plot.areaY(rows, {
        x: "time",
        y1: (row) => Math.max(0, row.mean - row.sem),
        y2: (row) => row.mean + row.sem,
        z: (row) => row.response.name,
        fill: (row) => row.response.color,
        fillOpacity: 0.22
      }),
      Plot.lineY(rows, {
        x: "time",
        y: "mean",
        z: (row) => row.response.name,
        stroke: (row) => row.response.color,
        strokeWidth: 1.6
      }),
      responses.length > 1 ? lineNames(responses) : null,
      stimulus ? stimulusBand(stimulus) : null
    ],
    color: {type: "identity"}
  });
  const x = plot.scale("x")!;
  const read = (value: number) => decimalText(value, 2);
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px) => {
      const time = x.invert!(px);
      for (let bin = 0; bin < bins; bin++) if (time >= edges[bin] && time < edges[bin + 1]) return bin;
      return null;
    },
    step: (from, step, count) => stepAlong(bins, from, step, count),
    describe: (bin) =>
      `${decimalText(edges[bin], 4)} to ${decimalText(edges[bin + 1], 4)} s: ${responses
        .map(
          ({name, mean, sem, n}) =>
            `${name} ${read(mean[bin])}${Number.isFinite(sem[bin]) ? ` ± ${read(sem[bin])}` : ""} (n = ${n} ${over})`
        )
        .join(" · ")}`,
    outline: (bin) => ({
      x: x.apply(centre(bin)),
      y: margin.top,
      width: 0,
      height: height - margin.bottom - margin.top
    })
  });
  return withData(frame.root, () =>
    columnsOf(rows, {
      response: ({response}) => response.name,
      from_s: (row) => edges[row.bin],
      to_s: (row) => edges[row.bin + 1],
      [label]: ({mean}) => mean,
      [`SEM of ${label}`]: ({response, bin}) => response.sem[bin],
      [over]: ({response}) => response.n
    })
  );
}
