import * as Plot from "@observablehq/plot";
import {max} from "d3";
import {countedText, significantText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";
import {countBars} from "./count-bars.js";
import {isKept, type KeptSide} from "./kept-side.js";

/** How many there are in each of equal bins over a range. */
export interface BinnedCounts {
  /** Where the first bin begins and the last one ends. */
  range: readonly [least: number, most: number];
  /** How many there are in each bin; the outermost ones also hold what lies beyond. */
  counts: ArrayLike<number>;
}

/** How the histogram is drawn. */
export interface CountHistogramOptions extends SizedFigureOptions {
  /** What is counted over, with its unit, for the axis. */
  label: string;
  /** What is counted: "units". */
  of: string;
  /** A limit to show: bins on the kept side are drawn strong, the others faint. */
  limit?: KeptSide;
}

/**
 * Counts in bins that were made before.
 *
 * @example
 * const options = {width, ariaLabel: "Units by firing rate", label: "firing rate (spikes/s)", of: "units"};
 * countHistogram({range: [0, 20], counts: [120, 30, 7, 1]}, {...options, limit: {value: 5, keep: "above"}});
 */
export function countHistogram({range, counts}: BinnedCounts, options: CountHistogramOptions): HTMLDivElement {
  const {height = 170, label, of, limit} = options;
  const width = figureWidth(options.width);
  const margin = {left: 50, right: 12, top: 22, bottom: 36};
  const wide = (range[1] - range[0]) / Math.max(1, counts.length);
  const bins = Array.from(counts, (count, i) => ({count, x0: range[0] + i * wide, x1: range[0] + (i + 1) * wide}));
  const {plot, frame} = plotFigure(
    {...options, hint: options.hint ?? "\u00a0"},
    {
      width,
      height,
      margin,
      x: {domain: [...range], ticks: tickCount(width, 80)},
      y: {domain: [0, Math.max(1, max(bins, ({count}) => count) ?? 1)], nice: true, ticks: 4},
      marks: [
        bottomAxis(label),
        ...countBars(
          bins,
          ({count}) => count,
          of,
          (bin) => (isKept(bin, limit) ? 1 : 0.3)
        ),
        limit ? Plot.ruleX([limit.value], {stroke: "var(--theme-foreground-focus)", strokeWidth: 1.5}) : null,
        Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"})
      ]
    }
  );
  const [x, y] = [plot.scale("x")!.apply, plot.scale("y")!.apply];
  const edge = (value: number) => significantText(value, 4);
  makeReadable<(typeof bins)[number]>(frame.surface, frame.readout, {
    at: (px) => bins.find(({x0, x1}) => px >= x(x0) && px < x(x1)) ?? null,
    step: (from, step, count) => stepThrough(bins, from, step, count),
    describe: (bin) => {
      const index = bins.indexOf(bin);
      const [from, to] = [
        index === 0 ? "below " : `${edge(bin.x0)} to `,
        index === bins.length - 1 ? "more" : edge(bin.x1)
      ];
      return `${from}${to}: ${countedText(bin.count, of)}`;
    },
    outline: ({x0, x1, count}) => ({x: x(x0), y: y(count), width: x(x1) - x(x0), height: y(0) - y(count)})
  });
  return withData(frame.root, () =>
    columnsOf(bins, {
      [`${label}, from`]: ({x0}) => x0,
      [`${label}, to`]: ({x1}) => x1,
      [of]: ({count}) => count
    })
  );
}
