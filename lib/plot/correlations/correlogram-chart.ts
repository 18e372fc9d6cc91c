import * as Plot from "@observablehq/plot";
import {max, min} from "d3";
import {roundedText, significantText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepAlong} from "../frame/steps.js";

/** What is expected of each bin, with bands that hold most surrogates. */
export interface CorrelogramPrediction {
  /** What predicts it, for the readout: "jitter". */
  name: string;
  /** What is expected of each bin: the mean of the surrogates. */
  mean: ArrayLike<number>;
  /** The lower end of the band that holds most surrogates of each bin by itself. */
  lower: ArrayLike<number>;
  /** The upper end of that band. */
  upper: ArrayLike<number>;
  /** The lower end of the band in which most surrogates lie with all their bins. */
  simultaneousLower: ArrayLike<number>;
  /** The upper end of that band. */
  simultaneousUpper: ArrayLike<number>;
}

/** How a correlogram is drawn. */
export interface CorrelogramChartOptions extends SizedFigureOptions {
  /** What the bars are, with the unit: "pairs of spikes". */
  label: string;
  /** What lags are, with the unit. */
  lagLabel?: string;
  /** A CSS colour. */
  color?: string;
  /** What is expected of each bin; nothing is drawn of it if not given. */
  prediction?: CorrelogramPrediction;
  /** Lags to mark (s), such as those of a test. */
  marked?: readonly [from: number, to: number];
}

/**
 * A correlogram as bars over lags (ms), with what is expected as a line and two bands.
 *
 * @example
 * const correlogram = {edges: [-0.0015, -0.0005, 0.0005, 0.0015], values: [4, 6, 19]};
 * correlogramChart(correlogram, {width, ariaLabel: "A cross-correlogram", label: "pairs of spikes"});
 *
 * @param correlogram the edges of the bins (s), one more than there are bins, and a value for each bin
 */
export function correlogramChart(
  {edges, values}: {edges: ArrayLike<number>; values: ArrayLike<number>},
  options: CorrelogramChartOptions
): HTMLDivElement {
  const {height = 300, label, color = "var(--theme-foreground-muted)", prediction, marked} = options;
  const {lagLabel = "lag of the moving unit’s spike after the fixed unit’s (ms)"} = options;
  const width = figureWidth(options.width);
  const bins = Array.from(values, (value, k) => ({
    k,
    from: edges[k] * 1000,
    to: edges[k + 1] * 1000,
    value,
    mean: prediction?.mean[k] ?? Number.NaN,
    low: Math.max(0, prediction?.lower[k] ?? Number.NaN),
    high: prediction?.upper[k] ?? Number.NaN,
    lowest: Math.max(0, prediction?.simultaneousLower[k] ?? Number.NaN),
    highest: prediction?.simultaneousUpper[k] ?? Number.NaN
  }));
  const margin = {left: 56, right: 16, top: 26, bottom: 40};
  const top = max(bins, ({value, highest}) => Math.max(value, highest || 0)) || 1;
  const band = (low: "low" | "lowest", high: "high" | "highest", fillOpacity: number) =>
    Plot.rectY(bins, {x1: "from", x2: "to", y1: low, y2: high, fill: "var(--theme-foreground-focus)", fillOpacity});
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [min(bins, ({from}) => from) ?? -1, max(bins, ({to}) => to) ?? 1], ticks: Math.round(width / 90)},
    y: {domain: [0, top], nice: true, ticks: 5},
    marks: [
      ...leftAxis(label, 5),
      bottomAxis(lagLabel),
      marked
        ? Plot.rectY([marked], {
            x1: ([from]) => from * 1000,
            x2: ([, to]) => to * 1000,
            y1: 0,
            y2: top,
            fill: "var(--theme-foreground-faintest)"
          })
        : null,
      Plot.rectY(bins, {
        x1: "from",
        x2: "to",
        y: "value",
        insetLeft: width / bins.length > 6 ? 0.5 : 0,
        insetRight: width / bins.length > 6 ? 0.5 : 0,
        fill: () => color
      }),
      prediction ? band("lowest", "highest", 0.2) : null,
      prediction ? band("low", "high", 0.22) : null,
      prediction
        ? Plot.lineY(bins, {
            x: ({from, to}) => (from + to) / 2,
            y: "mean",
            curve: "step",
            stroke: "var(--theme-foreground)",
            strokeWidth: 1.6
          })
        : null,
      Plot.ruleX([0], {stroke: "var(--theme-foreground-fainter)"}),
      Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"})
    ],
    color: {type: "identity"}
  });
  const x = plot.scale("x")!;
  const read = (value: number) => significantText(value, 4);
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px) => {
      const lag = x.invert!(px);
      return bins.find(({from, to}) => lag >= from && lag < to)?.k ?? null;
    },
    step: (from, step, count) => (from === null ? bins.length >> 1 : stepAlong(bins.length, from, step, count)),
    describe: (k) => {
      const {from, to, value, mean, low, high} = bins[k];
      const expected = prediction
        ? ` · ${prediction.name} expects ${read(mean)}, in most surrogates ${read(low)} to ${read(high)}`
        : "";
      return `${lagText(from)} to ${lagText(to)} ms: ${read(value)} ${label}${expected}`;
    },
    outline: (k) => ({
      x: x.apply(bins[k].from),
      y: margin.top,
      width: x.apply(bins[k].to) - x.apply(bins[k].from),
      height: height - margin.bottom - margin.top
    })
  });
  return withData(frame.root, () => ({
    ...columnsOf(bins, {from_s: ({k}) => edges[k], to_s: ({k}) => edges[k + 1], [label]: ({value}) => value}),
    ...(prediction && {
      [`${prediction.name} predictor`]: prediction.mean,
      lower: prediction.lower,
      upper: prediction.upper,
      simultaneous_lower: prediction.simultaneousLower,
      simultaneous_upper: prediction.simultaneousUpper
    })
  }));
}

const lagText = (ms: number) => roundedText(ms, 3);
