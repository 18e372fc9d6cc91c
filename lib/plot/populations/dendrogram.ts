import * as Plot from "@observablehq/plot";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";
import {type TreeMerge, treeOrder} from "./tree-order.js";

/** How a tree is drawn. */
export interface DendrogramOptions extends SizedFigureOptions {
  /** At which distance the tree is cut. */
  cut: number;
  /** The colour of each row, as CSS: that of its cluster. */
  colorOf: (row: number) => string;
  /** What a row is called in the readout. */
  nameOf: (row: number) => string;
}

interface Joint {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
  y: number;
  color: string;
  size: number;
}

/**
 * The tree of a hierarchical clustering, over its rows in the order that lets no lines cross.
 *
 * @example
 * const rows = {colorOf: () => "#36c", nameOf: (row: number) => `unit ${row}`};
 * dendrogram([{clusters: [0, 1], distance: 1, size: 2}], {width, ariaLabel: "A tree of units", cut: 0.5, ...rows});
 */
export function dendrogram(merges: readonly TreeMerge[], options: DendrogramOptions): HTMLDivElement {
  const {height = 320, cut, colorOf, nameOf} = options;
  const width = figureWidth(options.width);
  const n = merges.length + 1;
  const order = treeOrder(merges);
  const position = new Float64Array(2 * n - 1);
  const top = new Float64Array(2 * n - 1);
  const firstRow = Int32Array.from({length: 2 * n - 1}, (_, cluster) => cluster);
  order.forEach((row, i) => {
    position[row] = i;
  });
  const joints = merges.map(({clusters: [a, b], distance, size}, k): Joint => {
    position[n + k] = (position[a] + position[b]) / 2;
    top[n + k] = distance;
    firstRow[n + k] = firstRow[a];
    const color = distance > cut ? "var(--theme-foreground-faint)" : colorOf(firstRow[a]);
    return {x1: position[a], x2: position[b], y1: top[a], y2: top[b], y: distance, color, size};
  });
  const lines = joints.flatMap(({x1, x2, y1, y2, y, color}) => [
    {x1, x2: x1, y1, y2: y, color},
    {x1: x2, x2, y1: y2, y2: y, color},
    {x1, x2, y1: y, y2: y, color}
  ]);
  const margin = {left: 52, right: 12, top: 24, bottom: 36};
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [-0.5, n - 0.5]},
    y: {domain: [0, (merges.at(-1)?.distance ?? 1) * 1.03]},
    marks: [
      ...leftAxis("distance at which clusters merge", 5),
      bottomAxis(`${n} units`, {ticks: []}),
      Plot.link(lines, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        stroke: "color",
        strokeWidth: n > 300 ? 0.8 : 1.2
      }),
      Plot.ruleY([cut], {stroke: "var(--theme-foreground-focus)", strokeDasharray: "5,3"})
    ],
    color: {type: "identity"}
  });
  const [x, y] = [plot.scale("x")!, plot.scale("y")!.apply];
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px) => {
      const at = Math.round(x.invert!(px));
      return at >= 0 && at < n ? at : null;
    },
    step: (from, step, count) => stepThrough([...order.keys()], from, step, count),
    describe: (at) => nameOf(order[at]),
    outline: (at) => ({x: x.apply(at), y: margin.top, width: 0, height: y(0) - margin.top})
  });
  return withData(frame.root, () =>
    columnsOf(merges, {
      cluster: (_, k) => n + k,
      of: ({clusters}) => clusters[0],
      and: ({clusters}) => clusters[1],
      distance: ({distance}) => distance,
      size: ({size}) => size
    })
  );
}
