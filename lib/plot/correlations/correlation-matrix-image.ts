import type * as Plot from "@observablehq/plot";
import {create, rgb} from "d3";
import {decimalText, structureName} from "../../words/index.js";
import {type StructureRun, structureRuns} from "../axes/structure-runs.js";
import {structureStrip} from "../axes/structure-strip.js";
import {signedColorIndex, signedColors} from "../color/signed-color.js";
import {signedLegend} from "../color/signed-legend.js";
import {structureColor} from "../color/structure-color.js";
import {type FigureWithData, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {squareCells} from "../frame/square-cells.js";
import type {Cell} from "../frame/steps.js";

/** A row, and a column, of the matrix. */
export interface MatrixUnit {
  /** The unit's id. */
  unit_id: number;
  /** The area of its peak channel; null for none. */
  ecephys_structure_acronym: string | null;
}

/** How the matrix is drawn. */
export interface CorrelationMatrixOptions extends FigureOptions {
  /** What the colours mean. */
  label: string;
  /** The correlation at the ends of the scale, which is symmetric about zero; 1 if not given. */
  limit?: number;
  /** Told which two rows were chosen with a click or Enter. */
  onChoose?: (row: number, column: number) => void;
}

/** A matrix in which one pair can be marked. */
export interface CorrelationMatrixImage extends HTMLDivElement, Pick<FigureWithData, "figureData"> {
  /** Rings the two cells of a pair; null takes the rings away. */
  mark(pair: readonly [row: number, column: number] | null): void;
}

/** What a cell without a correlation looks like: neither the ground, which is zero, nor a colour of the scale. */
export const MISSING_COLOR = {light: "#dfe1e4", dark: "#34383c"} as const;

/**
 * The correlations of all pairs of units as an image, units in the order given, with the areas on both sides. Zero is the
 * ground, blue is below, orange above, grey is no correlation; a unit with itself is left grey.
 *
 * @example
 * const options = {width, ariaLabel: "Correlations of all pairs", label: "noise correlation"};
 * const units = ["VISp", "LGd"].map((ecephys_structure_acronym, i) => ({unit_id: i + 1, ecephys_structure_acronym}));
 * correlationMatrixImage([1, 0.2, 0.2, 1], units, {...options, limit: 0.3}).mark([0, 1]);
 *
 * @param matrix units × units in C order
 */
export function correlationMatrixImage(
  matrix: ArrayLike<number>,
  units: readonly MatrixUnit[],
  options: CorrelationMatrixOptions
): CorrelationMatrixImage {
  const {label, limit = 1, onChoose} = options;
  const n = units.length;
  const margin = {left: 66, right: 2, top: 14, bottom: 2};
  const width = Math.min(640, figureWidth(options.width));
  const side = width - margin.left - margin.right;
  const height = side + margin.top + margin.bottom;
  const runs = structureRuns(units.map((unit) => unit.ecephys_structure_acronym));
  const {frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {axis: null, domain: [0, Math.max(1, n)]},
    y: {axis: null, domain: [Math.max(1, n), 0]},
    marks: [structureStrip(runs), areasAcross(runs)]
  });
  const cell = side / Math.max(1, n);
  const image = frame.surface.ownerDocument.createElement("canvas");
  image.width = image.height = Math.max(1, n);
  let beyond = false;
  for (let i = 0; i < n * n; i++) if (i % (n + 1) !== 0 && Math.abs(matrix[i]) > limit) beyond = true;
  paintUnder(frame, {width, height}, (context, scheme) => {
    const colors = new Uint32Array(signedColors(scheme).buffer); // a pixel at a time
    const {r, g, b} = rgb(MISSING_COLOR[scheme]);
    const missing = new Uint32Array(Uint8ClampedArray.of(r, g, b, 255).buffer)[0];
    const pixels = new ImageData(image.width, image.height);
    const words = new Uint32Array(pixels.data.buffer);
    for (let i = 0; i < n * n; i++) {
      const isKnown = i % (n + 1) !== 0 && Number.isFinite(matrix[i]);
      words[i] = isKnown ? colors[signedColorIndex(matrix[i], limit)] : missing;
    }
    image.getContext("2d")!.putImageData(pixels, 0, 0);
    context.imageSmoothingEnabled = n > side;
    if (n) context.drawImage(image, margin.left, margin.top, side, side);
  });
  frame.root.prepend(signedLegend({limit, label, clipped: beyond}));

  const rings = create<SVGGElement>("svg:g").attr("visibility", "hidden").style("pointer-events", "none");
  const ringSize = Math.max(9, cell + 4);
  const [one, other] = [0, 1].map(() =>
    rings
      .append("rect")
      .attr("width", ringSize)
      .attr("height", ringSize)
      .style("fill", "none")
      .style("stroke", "currentColor")
      .style("stroke-width", 1.5)
  );
  frame.surface.querySelector("svg")!.append(rings.node()!);
  const cells = squareCells(n, cell, margin);
  makeReadable<Cell>(frame.surface, frame.readout, {
    at: cells.at,
    step: (from, way, count) => (from === null && n > 1 ? {row: 0, column: 1} : cells.step(from, way, count)),
    describe: ({row, column}) => {
      const named = (index: number) =>
        `${units[index].unit_id} (${structureName(units[index].ecephys_structure_acronym)})`;
      if (row === column) return `unit ${named(row)} with itself`;
      const value = matrix[row * n + column];
      const read = Number.isFinite(value)
        ? `${label} ${decimalText(value, 3)}`
        : "no correlation: one of the two is constant";
      return `unit ${named(row)} with ${named(column)} · ${read}`;
    },
    outline: (at) => ({...cells.box(at), width: Math.max(3, cell), height: Math.max(3, cell)}),
    onChoose:
      onChoose &&
      (({row, column}) => {
        if (row !== column) onChoose(row, column);
      })
  });
  const table = () => {
    const columns = {unit_id: [] as number[], other_unit_id: [] as number[], correlation: [] as number[]};
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        columns.unit_id.push(units[a].unit_id);
        columns.other_unit_id.push(units[b].unit_id);
        columns.correlation.push(matrix[a * n + b]);
      }
    }
    return columns;
  };
  return Object.assign(withData(frame.root, table), {
    mark: (pair: readonly [number, number] | null) => {
      rings.attr("visibility", pair ? "visible" : "hidden");
      if (!pair) return;
      const at = (index: number, start: number) => start + (index + 0.5) * cell - ringSize / 2;
      one.attr("x", at(pair[1], margin.left)).attr("y", at(pair[0], margin.top));
      other.attr("x", at(pair[0], margin.left)).attr("y", at(pair[1], margin.top));
    }
  });
}

/** The areas as a strip above the columns, in their colours. */
function areasAcross(runs: readonly StructureRun[]): Plot.Markish {
  return (_index, scales, _values, {marginTop}) => {
    const x = scales.x as (column: number) => number;
    const group = create<SVGGElement>("svg:g");
    for (const {acronym, start, stop} of runs)
      group
        .append("rect")
        .attr("x", x(start))
        .attr("y", marginTop - 9)
        .attr("height", 6)
        .attr("width", Math.max(0.5, x(stop) - x(start) - (x(stop) - x(start) > 3 ? 1 : 0)))
        .style("fill", structureColor(acronym));
    return group.node()!;
  };
}
