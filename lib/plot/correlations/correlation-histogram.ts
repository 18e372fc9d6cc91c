import * as Plot from "@observablehq/plot";
import {max} from "d3";
import {countedText, countText, roundedText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {lineNames} from "../axes/line-names.js";
import {tickCount} from "../axes/tick-count.js";
import {type FigureWithData, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {hold, stepThrough} from "../frame/steps.js";

/** How correlations are spread. */
export interface CorrelationHistogramOptions extends SizedFigureOptions {
  /** What the correlations are, for the axis. */
  label: string;
  /** From where to where; what lies beyond is counted in the outermost bins. */
  domain: readonly [number, number];
  /** How many bins of equal width; 60 if not given. */
  bins?: number;
  /** The same pairs in a control, drawn as an outline, with its name. */
  control?: {name: string; values: ArrayLike<number>} | null;
}

/**
 * How the correlations of pairs are spread: bars, with those of a control as an outline over them. NaN is left out.
 *
 * @example
 * const options = {width, ariaLabel: "Correlations of pairs", label: "noise correlation"};
 * correlationHistogram([-0.1, 0.02, 0.3], {...options, domain: [-0.5, 0.5], bins: 40});
 */
export function correlationHistogram(
  values: ArrayLike<number>,
  options: CorrelationHistogramOptions
): HTMLDivElement & FigureWithData {
  const {height = 240, label, domain, bins = 60, control} = options;
  const width = figureWidth(options.width);
  const margin = {left: 54, right: 14, top: control ? 30 : 24, bottom: 40};
  const own = countInBins(values, domain, bins);
  const others = control ? countInBins(control.values, domain, bins) : null;
  const binWidth = (domain[1] - domain[0]) / bins;
  const rows = Array.from(own, (count, bin) => ({
    x1: domain[0] + bin * binWidth,
    x2: domain[0] + (bin + 1) * binWidth,
    count,
    control: others?.[bin] ?? 0
  }));
  const highest = max(rows, (row) => Math.max(row.count, row.control)) || 1;
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain, ticks: tickCount(width)},
    y: {domain: [0, highest], nice: true},
    marks: [
      bottomAxis(label),
      ...leftAxis("pairs of units", 4),
      Plot.rectY(rows, {
        x1: "x1",
        x2: "x2",
        y: "count",
        fill: "var(--theme-foreground-muted)",
        fillOpacity: 0.5,
        insetRight: 0.5
      }),
      others
        ? Plot.lineY(
            rows.flatMap((row) => [
              {x: row.x1, y: row.control},
              {x: row.x2, y: row.control}
            ]),
            {x: "x", y: "y", stroke: "var(--theme-foreground-focus)", strokeWidth: 1.5}
          )
        : null,
      Plot.ruleX([0], {stroke: "var(--theme-foreground-faint)"}),
      Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"}),
      control
        ? lineNames([
            {name: "measured", color: "var(--theme-foreground-muted)", sign: "■"},
            {name: control.name, color: "var(--theme-foreground-focus)"}
          ])
        : null
    ]
  });
  const x = plot.scale("x")!.apply;
  const y = plot.scale("y")!.apply;
  makeReadable<(typeof rows)[number]>(frame.surface, frame.readout, {
    at: (px) => rows.find((row) => px >= x(row.x1) && px < x(row.x2)) ?? null,
    step: (from, step, count) => stepThrough(rows, from, step, count),
    describe: (row) =>
      `${roundedText(row.x1, 4)} to ${roundedText(row.x2, 4)}: ${countedText(row.count, "pairs")}${control ? ` · ${control.name}: ${countText(row.control)}` : ""}`,
    outline: (row) => ({x: x(row.x1), y: y(row.count), width: x(row.x2) - x(row.x1), height: y(0) - y(row.count)})
  });
  return withData(frame.root, () => ({
    from: rows.map((row) => row.x1),
    to: rows.map((row) => row.x2),
    pairs: rows.map((row) => row.count),
    ...(control && {[`${control.name}_pairs`]: rows.map((row) => row.control)})
  }));
}

/** How many values lie in each of equal bins; those beyond the ends in the outermost, those that are NaN in none. */
export function countInBins(
  values: ArrayLike<number>,
  [from, to]: readonly [number, number],
  bins: number
): Uint32Array {
  const counts = new Uint32Array(bins);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    const bin = Math.floor(((values[i] - from) / (to - from)) * bins);
    ++counts[hold(bin, bins)];
  }
  return counts;
}
