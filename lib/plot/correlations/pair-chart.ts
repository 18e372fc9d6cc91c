import * as Plot from "@observablehq/plot";
import {create} from "d3";
import {countedText, decimalText, significantText} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {lineNames} from "../axes/line-names.js";
import {tickCount} from "../axes/tick-count.js";
import {countColors} from "../color/count-color.js";
import {countLegend} from "../color/count-legend.js";
import {type FigureWithData, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";
import {densityGrid} from "./density-grid.js";

/** What is known of all pairs of units, a number each; a pair of which either is NaN is not drawn. */
export interface PairValues {
  /** What is drawn to the right, of each pair. */
  x: ArrayLike<number>;
  /** What is drawn upwards, of each pair. */
  y: ArrayLike<number>;
}

/** The mean of y in bins of x. */
export interface BinnedMean {
  /** What the mean is of: "measured", "shuffled". */
  name: string;
  /** A CSS colour. */
  color: string;
  /** The edges of the bins of x, one more than there are bins. */
  edges: readonly number[];
  /** The mean of y in each bin; NaN where there is no pair. */
  mean: ArrayLike<number>;
  /** Standard error of the mean; NaN if unknown. */
  sem: ArrayLike<number>;
  /** How many pairs each bin holds. */
  n: ArrayLike<number>;
}

/** How the pairs are drawn. */
export interface PairChartOptions extends SizedFigureOptions {
  /** The name of x with its unit, for the axis and the readout. */
  xLabel: string;
  /** The name of y with its unit, for the axis and the readout. */
  yLabel: string;
  /** Pairs beyond are not drawn. */
  yDomain: readonly [number, number];
  /** Means to draw over the pairs, with one standard error up and down, all in the same bins. */
  means: readonly BinnedMean[];
  /** What the readout says of a pair beyond its two values. */
  describe?: (pair: number) => string;
  /** Told which pair was chosen with a click. */
  onChoose?: (pair: number) => void;
}

/** A chart in which one pair can be marked. */
export interface PairChart extends HTMLDivElement, Pick<FigureWithData, "figureData"> {
  /** Rings a pair; −1 takes the ring away. */
  mark(pair: number): void;
}

/** More pairs than this are drawn as a density, not as dots. */
const MOST_DOTS = 3000;
const CELL_SIZE = 4;

/** The least colour of a cell with a pair in it, of 255: a single pair is still seen. */
const FAINTEST = 20;

type Item = {pair: number} | {bin: number};

/**
 * One number of every pair of units against another, e.g. noise correlation against distance: a dot for each pair, or
 * their density where they are many, and the mean in bins over them.
 *
 * @example
 * const axes = {xLabel: "distance (mm)", yLabel: "noise correlation", yDomain: [-0.2, 0.4], means: []} as const;
 * pairChart({x: [0.2, 0.7], y: [0.3, 0.1]}, {width, ariaLabel: "Correlation and distance", ...axes});
 */
export function pairChart({x, y}: PairValues, options: PairChartOptions): PairChart {
  const {height = 320, xLabel, yLabel, yDomain, means, describe, onChoose} = options;
  const width = figureWidth(options.width);
  const margin = {left: 54, right: 14, top: means.length > 1 ? 30 : 24, bottom: 40};
  const edges = means[0]?.edges ?? [0, 1];
  const bins = edges.length - 1;
  const rows = means.flatMap((own) =>
    Array.from({length: bins}, (_, bin) => ({
      own,
      x: (edges[bin] + edges[bin + 1]) / 2,
      mean: own.mean[bin],
      sem: Number.isFinite(own.sem[bin]) ? own.sem[bin] : 0
    })).filter((row) => Number.isFinite(row.mean))
  );
  const {plot, frame} = plotFigure(
    {
      ...options,
      hint: options.hint ?? "Point at the figure to read a pair or a bin; with the arrow keys, read the bins."
    },
    {
      width,
      height,
      margin,
      x: {domain: [edges[0], edges[bins]], ticks: tickCount(width)},
      y: {domain: yDomain, ticks: 5},
      color: {type: "identity"},
      marks: [
        bottomAxis(xLabel),
        Plot.axisY({label: yLabel, labelArrow: "none", tickSize: 0, ticks: 5}),
        Plot.ruleY([0], {stroke: "var(--theme-foreground-faint)"}),
        Plot.lineY(rows, {
          x: "x",
          y: "mean",
          z: (row) => row.own.name,
          stroke: "var(--theme-background)",
          strokeWidth: 5
        }),
        Plot.lineY(rows, {x: "x", y: "mean", z: (row) => row.own.name, stroke: (row) => row.own.color, strokeWidth: 2}),
        Plot.ruleX(rows, {
          x: "x",
          y1: (row) => row.mean - row.sem,
          y2: (row) => row.mean + row.sem,
          stroke: (row) => row.own.color,
          strokeWidth: 2
        }),
        Plot.dot(rows, {
          x: "x",
          y: "mean",
          r: 3,
          fill: (row) => row.own.color,
          stroke: "var(--theme-background)",
          strokeWidth: 1
        }),
        means.length > 1 ? lineNames(means) : null
      ]
    }
  );
  const xScale = plot.scale("x")!.apply;
  const yScale = plot.scale("y")!.apply;
  // Both axes are linear; half a million calls of a scale would take longer than the drawing.
  const px = new Float32Array(x.length);
  const py = new Float32Array(x.length);
  const [left, perX] = [xScale(0), xScale(1) - xScale(0)];
  const [zero, perY] = [yScale(0), yScale(1) - yScale(0)];
  for (let pair = 0; pair < x.length; pair++) {
    px[pair] = left + x[pair] * perX;
    py[pair] = y[pair] >= yDomain[0] && y[pair] <= yDomain[1] ? zero + y[pair] * perY : Number.NaN;
  }
  const inner = {width: width - margin.left - margin.right, height: height - margin.top - margin.bottom};
  const isDots = x.length <= MOST_DOTS;
  if (isDots) {
    paintUnder(frame, {width, height}, (context, scheme) => {
      context.fillStyle = scheme === "light" ? "rgb(83 88 95 / 0.38)" : "rgb(169 173 179 / 0.42)";
      for (let pair = 0; pair < px.length; pair++) {
        if (Number.isNaN(py[pair])) continue;
        context.beginPath();
        context.arc(px[pair], py[pair], 1.8, 0, 2 * Math.PI);
        context.fill();
      }
    });
  } else {
    const inside = [px.map((value) => value - margin.left), py.map((value) => value - margin.top)];
    const density = densityGrid(inside[0], inside[1], {...inner, cell: CELL_SIZE});
    paintUnder(frame, {width, height}, (context, scheme) => {
      const colors = countColors(scheme);
      density.counts.forEach((count, index) => {
        if (!count) return;
        const color = 4 * Math.max(FAINTEST, Math.round((255 * count) / density.most));
        context.fillStyle = `rgb(${colors[color]}, ${colors[color + 1]}, ${colors[color + 2]})`;
        const [column, row] = [index % density.columns, Math.floor(index / density.columns)];
        context.fillRect(margin.left + column * CELL_SIZE, margin.top + row * CELL_SIZE, CELL_SIZE, CELL_SIZE);
      });
    });
    frame.root.prepend(
      countLegend({maximum: density.most, label: `pairs in each cell of ${CELL_SIZE} × ${CELL_SIZE} pixels`})
    );
  }
  const ring = create<SVGCircleElement>("svg:circle")
    .attr("r", 6)
    .attr("visibility", "hidden")
    .style("fill", "none")
    .style("stroke", "var(--theme-foreground-focus)")
    .style("stroke-width", 2);
  frame.surface.querySelector("svg")!.append(ring.node()!);
  const nearestPair = (atX: number, atY: number) => {
    let [best, least] = [-1, 8 ** 2];
    for (let pair = 0; pair < px.length; pair++) {
      const distance = (px[pair] - atX) ** 2 + (py[pair] - atY) ** 2;
      if (distance < least) [best, least] = [pair, distance];
    }
    return best;
  };
  const binList: Item[] = Array.from({length: bins}, (_, bin) => ({bin}));
  const signed = (value: number) => decimalText(value, 3);
  makeReadable<Item>(frame.surface, frame.readout, {
    at: (atX, atY) => {
      const pair = isDots ? nearestPair(atX, atY) : -1;
      if (pair >= 0) return {pair};
      const bin = edges.findIndex((edge, i) => i < bins && atX >= xScale(edge) && atX < xScale(edges[i + 1]));
      return binList[bin] ?? null;
    },
    step: (from, step, count) => stepThrough(binList, from && "bin" in from ? from : null, step, count),
    describe: (item) => {
      if ("pair" in item)
        return `${describe ? `${describe(item.pair)} · ` : ""}${xLabel} ${round(x[item.pair])} · ${yLabel} ${signed(y[item.pair])}`;
      const {bin} = item;
      const own = means.map(({name, mean, sem}) =>
        Number.isFinite(mean[bin])
          ? `${name} ${signed(mean[bin])}${Number.isFinite(sem[bin]) ? ` ± ${decimalText(sem[bin], 3)} (SEM)` : ""}`
          : `${name} –`
      );
      return `${xLabel} ${round(edges[bin])} to ${round(edges[bin + 1])}: ${own.join(" · ")} · n = ${countedText(means[0]?.n[bin] ?? 0, "pairs")}`;
    },
    outline: (item) => {
      if ("pair" in item) return {x: px[item.pair] - 5, y: py[item.pair] - 5, width: 10, height: 10};
      const [from, to] = [xScale(edges[item.bin]), xScale(edges[item.bin + 1])];
      return {x: from, y: margin.top, width: to - from, height: inner.height};
    },
    onChoose: onChoose && ((item) => "pair" in item && onChoose(item.pair))
  });
  return Object.assign(
    withData(frame.root, () => ({
      from: edges.slice(0, -1),
      to: edges.slice(1),
      ...Object.fromEntries(
        means.flatMap(({name, mean, sem}) => [
          [`${name}_mean`, Array.from(mean)],
          [`${name}_sem`, Array.from(sem)]
        ])
      ),
      pairs: Array.from(means[0]?.n ?? [])
    })),
    {
      mark: (pair: number) => {
        const isKnown = pair >= 0 && !Number.isNaN(py[pair]) && !Number.isNaN(px[pair]);
        ring.attr("visibility", isKnown ? "visible" : "hidden");
        if (isKnown) ring.attr("cx", px[pair]).attr("cy", py[pair]);
      }
    }
  );
}

const round = (value: number) => significantText(value, 3);
