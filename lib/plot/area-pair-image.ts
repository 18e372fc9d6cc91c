import {create, max} from "d3";
import {columnsOf, type FigureWithData, withData} from "./figure-data.js";
import {type FigureText, paintUnder} from "./figure-frame.js";
import {figureWidth} from "./figure-width.js";
import {plotFigure} from "./plot-figure.js";
import {makeReadable, type Step} from "./readout.js";
import {signedColorIndex, signedColors} from "./signed-color.js";
import {signedLegend} from "./signed-legend.js";
import {compareStructures, structureTextColor} from "./structure-color.js";

/** What is known of the pairs of units of which one is in each of two areas. */
export interface AreaPair {
  areas: readonly [string, string];
  mean: number;
  /** Standard error of the mean; NaN if unknown. */
  sem: number;
  /** Pairs of units. */
  n: number;
}

/** How the image is drawn. */
export interface AreaPairImageOptions extends FigureText {
  width: number;
  /** What the colours mean. */
  label: string;
}

/** The mean over pairs of units for every two areas, as cells on the signed scale, areas in anatomical order. */
export function areaPairImage(
  pairs: readonly AreaPair[],
  options: AreaPairImageOptions
): HTMLDivElement & FigureWithData {
  const {label} = options;
  const areas = [...new Set(pairs.flatMap((pair) => pair.areas))].sort(compareStructures);
  const n = Math.max(1, areas.length);
  const margin = {left: 52, top: 24, right: 2, bottom: 2};
  const cell = Math.min(56, (figureWidth(options.width) - margin.left - margin.right) / n);
  const width = Math.round(cell * n + margin.left + margin.right);
  const height = Math.round(cell * n + margin.top + margin.bottom);
  const limit = max(pairs, (pair) => Math.abs(pair.mean)) || 1;
  const table = new Map<number, AreaPair>();
  for (const pair of pairs) {
    const [a, b] = pair.areas.map((area) => areas.indexOf(area));
    table.set(a * n + b, pair);
    table.set(b * n + a, pair);
  }
  const every = Math.ceil(40 / cell);
  const {frame} = plotFigure(options, {
    width,
    height,
    margin: {left: 0, right: 0, top: 0, bottom: 0},
    axis: null,
    marks: [
      () => {
        const group = create<SVGGElement>("svg:g");
        const name = (area: string, x: number, y: number, anchor: string) =>
          group
            .append("text")
            .attr("x", x)
            .attr("y", y)
            .attr("dy", "0.35em")
            .attr("text-anchor", anchor)
            .style("font-weight", 600)
            .style("fill", structureTextColor(area))
            .text(area);
        areas.forEach((area, i) => {
          name(area, margin.left - 8, margin.top + (i + 0.5) * cell, "end");
          if (i % every === 0) name(area, margin.left + (i + 0.5) * cell, margin.top - 10, "middle");
        });
        return group.node()!;
      }
    ]
  });
  const box = ({row, column}: Cell) => ({
    x: margin.left + column * cell,
    y: margin.top + row * cell,
    width: cell,
    height: cell
  });
  paintUnder(frame, {width, height}, (context, scheme) => {
    const colors = signedColors(scheme);
    context.font = `12px ${getComputedStyle(frame.root).fontFamily || "sans-serif"}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (let row = 0; row < n; row++) {
      for (let column = 0; column < n; column++) {
        const pair = table.get(row * n + column);
        if (!pair) continue;
        const color = 4 * signedColorIndex(pair.mean, limit);
        const {x, y} = box({row, column});
        context.fillStyle = `rgb(${colors[color]}, ${colors[color + 1]}, ${colors[color + 2]})`;
        context.fillRect(x, y, cell - 1, cell - 1);
        if (cell < 38) continue;
        const luminance = (0.299 * colors[color] + 0.587 * colors[color + 1] + 0.114 * colors[color + 2]) / 255;
        context.fillStyle = luminance > 0.5 ? "#000" : "#fff";
        context.fillText(signedText(pair.mean, 2), x + cell / 2, y + cell / 2);
      }
    }
  });
  frame.root.prepend(signedLegend({limit, label}));
  type Cell = {row: number; column: number};
  const hold = (place: number) => Math.max(0, Math.min(n - 1, place));
  makeReadable<Cell>(frame.surface, frame.readout, {
    at: (px, py) => {
      const [column, row] = [Math.floor((px - margin.left) / cell), Math.floor((py - margin.top) / cell)];
      return row >= 0 && column >= 0 && row < areas.length && column < areas.length ? {row, column} : null;
    },
    step: (from, way: Step, count) => {
      if (!areas.length) return null;
      if (from === null) return {row: 0, column: 0};
      const {row, column} = from;
      if (way === "first") return {row, column: 0};
      if (way === "last") return {row, column: n - 1};
      if (way === "up" || way === "down") return {row: hold(row + (way === "up" ? -count : count)), column};
      return {row, column: hold(column + (way === "left" ? -count : count))};
    },
    describe: ({row, column}) => {
      const pair = table.get(row * n + column);
      const name = row === column ? `within ${areas[row]}` : `${areas[row]} with ${areas[column]}`;
      if (!pair) return `${name}: no pair`;
      const sem = Number.isFinite(pair.sem) ? ` ± ${pair.sem.toFixed(3)} (SEM)` : "";
      return `${name}: ${label} ${signedText(pair.mean, 3)}${sem}, n = ${pair.n.toLocaleString("en-US")} pairs`;
    },
    outline: box
  });
  return withData(frame.root, () =>
    columnsOf(pairs, {
      ecephys_structure_acronym: (pair) => pair.areas[0],
      other_ecephys_structure_acronym: (pair) => pair.areas[1],
      mean_correlation: (pair) => pair.mean,
      sem: (pair) => pair.sem,
      pairs: (pair) => pair.n
    })
  );
}

const signedText = (value: number, decimals: number) => value.toFixed(decimals).replace("-", "−");
