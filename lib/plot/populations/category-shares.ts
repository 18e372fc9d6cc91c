import * as Plot from "@observablehq/plot";
import {bottomAxis} from "../axes/bottom-axis.js";
import {type Category, categoryLegend} from "../color/category-legend.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** How many things of a row belong to each category. */
export interface CategoryCounts {
  /** What the row is called. */
  name: string;
  /** How many, for each of the categories in their order. */
  counts: readonly number[];
}

/** How shares are drawn. */
export interface CategorySharesOptions extends FigureOptions {
  /** The categories, with their colours, in the order of the counts. */
  categories: readonly Category[];
  /** What the shares are of, for the axis. */
  label: string;
}

interface Part {
  row: CategoryCounts;
  total: number;
  category: number;
  from: number;
  to: number;
}

/**
 * The shares of categories in each row, such as of clusters in each area, as bars that all have the same length.
 *
 * @example
 * const categories = [{name: "fast", color: "#c63"}, {name: "regular", color: "#36c"}];
 * const options = {width, ariaLabel: "Clusters in areas", categories, label: "share of the units"};
 * categoryShares([{name: "VISp", counts: [10, 30]}], options);
 */
export function categoryShares(rows: readonly CategoryCounts[], options: CategorySharesOptions): HTMLDivElement {
  const {categories, label} = options;
  const width = figureWidth(options.width);
  const height = rows.length * 24 + 44;
  const margin = {left: 72, right: 52, top: 0, bottom: 40};
  const parts = rows.flatMap((row): Part[] => {
    const total = row.counts.reduce((sum, count) => sum + count, 0);
    let end = 0;
    return row.counts.map((count, category) => {
      const from = end;
      end += total > 0 ? count / total : 0;
      return {row, total, category, from, to: end};
    });
  });
  const {plot, frame} = plotFigure(
    {...options, hint: options.hint ?? "\u00a0"},
    {
      width,
      height,
      margin,
      x: {axis: null, domain: [0, 1]},
      y: {domain: rows.map(({name}) => name), padding: 0.2},
      marks: [
        bottomAxis(label, {tickFormat: (share: number) => `${Math.round(100 * share)} %`, ticks: 5, tickSize: 0}),
        Plot.axisY({label: null, tickSize: 0, fill: "currentColor"}),
        Plot.barX(parts, {
          x1: "from",
          x2: "to",
          y: ({row}) => row.name,
          fill: ({category}) => categories[category].color,
          insetRight: 1
        }),
        Plot.text(
          parts.filter(({category}) => category === 0),
          {
            x: 1,
            y: ({row}) => row.name,
            text: ({total}) => `n = ${total}`,
            textAnchor: "start",
            dx: 5,
            fill: "currentColor"
          }
        )
      ],
      color: {type: "identity"}
    }
  );
  frame.root.prepend(categoryLegend(categories));
  const [x, y] = [plot.scale("x")!, plot.scale("y")!];
  makeReadable<Part>(frame.surface, frame.readout, {
    at: (px, py) => {
      const share = x.invert!(px);
      return (
        parts.find(({row, from, to}) => {
          const top = y.apply(row.name);
          return py >= top && py < top + y.bandwidth! && share >= from && share < to;
        }) ?? null
      );
    },
    step: (from, step, count) => stepThrough(parts, from, step, count),
    describe: ({row, total, category}) =>
      `${row.name}: ${row.counts[category]} of ${total} in ${categories[category].name}`,
    outline: ({row, from, to}) => ({
      x: x.apply(from),
      y: y.apply(row.name),
      width: x.apply(to) - x.apply(from),
      height: y.bandwidth!
    })
  });
  return withData(frame.root, () =>
    columnsOf(parts, {
      row: ({row}) => row.name,
      group: ({category}) => categories[category].name,
      count: ({row, category}) => row.counts[category]
    })
  );
}
