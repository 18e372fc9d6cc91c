import {max} from "d3";
import {compareStructures, countedText, decimalText} from "../../words/index.js";
import {signedColorIndex, signedColors} from "../color/signed-color.js";
import {signedLegend} from "../color/signed-legend.js";
import {structureTextColor} from "../color/structure-color.js";
import {drawText} from "../frame/draw-text.js";
import {drawnFigure} from "../frame/drawn-figure.js";
import {columnsOf, type FigureWithData, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {paintCells} from "../frame/paint-cells.js";
import {makeReadable} from "../frame/readout.js";
import {squareCells} from "../frame/square-cells.js";
import type {Cell} from "../frame/steps.js";

/** What is known of the pairs of units of which one is in each of two areas. */
export interface AreaPair {
  /** The acronyms of the two areas; twice the same for pairs within one. */
  areas: readonly [string, string];
  /** The mean over the pairs. */
  mean: number;
  /** Standard error of the mean; NaN if unknown. */
  sem: number;
  /** Pairs of units. */
  n: number;
}

/** How the image is drawn. */
export interface AreaPairImageOptions extends FigureOptions {
  /** What the colours mean. */
  label: string;
}

/**
 * The mean over pairs of units for every two areas, as cells on the signed scale, areas in anatomical order.
 *
 * @example
 * const pairs: AreaPair[] = [{areas: ["VISp", "LGd"], mean: 0.05, sem: 0.01, n: 1200}];
 * areaPairImage(pairs, {width, ariaLabel: "Mean correlations of areas", label: "noise correlation"});
 */
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
  const decimals = limit < 0.02 ? 3 : 2;
  const table = new Map<number, AreaPair>();
  for (const pair of pairs) {
    const [a, b] = pair.areas.map((area) => areas.indexOf(area));
    table.set(a * n + b, pair);
    table.set(b * n + a, pair);
  }
  const every = Math.ceil(40 / cell);
  const frame = drawnFigure(options, {width, height}, (group) => {
    const name = (area: string, x: number, y: number, anchor: "middle" | "end") =>
      drawText(group, area, x, y, anchor)
        .attr("dy", "0.35em")
        .style("font-weight", 600)
        .style("fill", structureTextColor(area));
    areas.forEach((area, i) => {
      name(area, margin.left - 8, margin.top + (i + 0.5) * cell, "end");
      if (i % every === 0) name(area, margin.left + (i + 0.5) * cell, margin.top - 10, "middle");
    });
  });
  const cells = squareCells(areas.length, cell, margin);
  paintUnder(frame, {width, height}, (context, scheme) => {
    const painted = Array.from(table, ([index, {mean}]) => ({
      box: cells.box({row: Math.floor(index / n), column: index % n}),
      color: signedColorIndex(mean, limit),
      text: cell < (decimals === 2 ? 38 : 44) ? null : decimalText(mean, decimals)
    }));
    paintCells(frame, context, signedColors(scheme), painted);
  });
  frame.root.prepend(signedLegend({limit, label}));
  makeReadable<Cell>(frame.surface, frame.readout, {
    at: cells.at,
    step: cells.step,
    describe: ({row, column}) => {
      const pair = table.get(row * n + column);
      const name = row === column ? `within ${areas[row]}` : `${areas[row]} with ${areas[column]}`;
      if (!pair) return `${name}: no pair`;
      const sem = Number.isFinite(pair.sem) ? ` ± ${decimalText(pair.sem, 3)} (SEM)` : "";
      return `${name}: ${label} ${decimalText(pair.mean, 3)}${sem}, n = ${countedText(pair.n, "pairs")}`;
    },
    outline: cells.box
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
