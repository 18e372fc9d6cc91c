import * as Plot from "@observablehq/plot";
import {max} from "d3";
import {
  conditionLabel,
  countedText,
  decimalText,
  parameterLabel,
  textOf,
  varyingParameters
} from "../../words/index.js";
import {bandAxis} from "../axes/band-axis.js";
import {countColors} from "../color/count-color.js";
import {countLegend} from "../color/count-legend.js";
import {withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import {figureWidth} from "../frame/figure-width.js";
import {paintCells} from "../frame/paint-cells.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {conditionColumns} from "./condition-columns.js";
import type {ConditionFigureOptions, ConditionValue} from "./condition-value.js";

interface Cell {
  column: number;
  row: number;
  values: ConditionValue[];
  mean: number;
  n: number;
}

/**
 * A value in every condition of a stimulus, as a grid over the two parameters that vary most; over further parameters it
 * is averaged, each condition weighing as many presentations as it has. Conditions without these parameters (blanks) are
 * not in the grid.
 *
 * @example
 * const condition = {stimulus_name: "drifting_gratings", orientation: 45, temporal_frequency: 2};
 * conditionGrid([{condition, value: 8, n: 15}], {width, ariaLabel: "Responses to gratings", label: "spikes/s"});
 */
export function conditionGrid(values: readonly ConditionValue[], options: ConditionFigureOptions): HTMLDivElement {
  const {height = 280, label} = options;
  const width = figureWidth(options.width);
  const varying = varyingParameters(values.map(({condition}) => condition));
  const [across, down] = varying;
  const columns = axisValues(values, across);
  const rows = axisValues(values, down);
  const cells = gatherCells(values, across, down, columns, rows);
  const decimals = cells.every((cell) => Number.isInteger(cell.mean)) ? 0 : 1;
  const maximum = max(cells, (cell) => cell.mean) || 1;
  const margin = {left: rows.length > 1 ? 64 : 12, right: 12, top: rows.length > 1 ? 24 : 6, bottom: 40};
  const every = Math.max(1, Math.ceil((columns.length * 38) / (width - margin.left - margin.right)));
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: bandAxis(columns, across ? parameterLabel(across) : null, every, {tickSize: 6}),
    y: bandAxis(rows, down ? parameterLabel(down) : null, 1, {
      reverse: true,
      axis: rows.length > 1 ? "left" : null,
      labelAnchor: "top",
      labelOffset: 60
    }),
    marks: [Plot.frame({stroke: "var(--theme-foreground-fainter)"})]
  });
  const x = plot.scale("x")!;
  const y = plot.scale("y")!;
  const box = ({column, row}: Cell) => ({
    x: x.apply(columns[column]),
    y: y.apply(rows[row]),
    width: x.bandwidth!,
    height: y.bandwidth!
  });
  const hasRoom = x.bandwidth! >= 34 && y.bandwidth! >= 18;
  paintUnder(frame, {width, height}, (context, scheme) => {
    const painted = cells.map((cell) => ({
      box: box(cell),
      color: Math.min(255, Math.round((255 * cell.mean) / maximum)),
      text: hasRoom ? decimalText(cell.mean, decimals) : null
    }));
    paintCells(frame, context, countColors(scheme), painted);
  });
  frame.root.prepend(countLegend({maximum, label}));
  const find = (column: number, row: number) =>
    cells.find((cell) => cell.column === column && cell.row === row) ?? null;
  makeReadable<Cell>(frame.surface, frame.readout, {
    at: (px, py) =>
      find(
        Math.floor((px - margin.left) / x.bandwidth!),
        rows.length - 1 - Math.floor((py - margin.top) / y.bandwidth!)
      ),
    step: (from, step, count) => {
      if (from === null || step === "first") return cells[0] ?? null;
      if (step === "last") return cells[cells.length - 1];
      const column = from.column + (step === "right" ? count : step === "left" ? -count : 0);
      const row = from.row + (step === "up" ? count : step === "down" ? -count : 0);
      return find(column, row) ?? from;
    },
    describe: ({values: merged, mean, n}) => {
      const one = merged.length === 1 ? merged[0] : null;
      const shown = conditionLabel(merged[0].condition, one ? varying : varying.slice(0, 2));
      const sem = one && Number.isFinite(one.sem) ? ` ± ${decimalText(one.sem!, 2)} (SEM)` : "";
      const which = one ? `condition ${one.condition.stimulus_condition_id}` : `${merged.length} conditions`;
      return `${shown} · ${numberText(mean)}${sem} ${label} · ${which}, n = ${countedText(n, "presentations")}`;
    },
    outline: box
  });
  return withData(frame.root, () =>
    conditionColumns(
      cells.flatMap((cell) => cell.values),
      label
    )
  );
}

/** A mean as text: whole numbers as they are. */
const numberText = (value: number) => (Number.isInteger(value) ? String(value) : decimalText(value, 2));

/** The values of a parameter in ascending order, as text; one nameless value where there is no parameter. */
function axisValues(values: readonly ConditionValue[], parameter: string | undefined): string[] {
  if (!parameter) return [""];
  const distinct = new Map<string, unknown>();
  for (const {condition} of values)
    if (condition[parameter] != null) distinct.set(textOf(condition[parameter]), condition[parameter]);
  return [...distinct]
    .sort(([a, x], [b, y]) => (typeof x === "number" && typeof y === "number" ? x - y : a.localeCompare(b)))
    .map(([text]) => text);
}

function gatherCells(
  values: readonly ConditionValue[],
  across: string | undefined,
  down: string | undefined,
  columns: readonly string[],
  rows: readonly string[]
): Cell[] {
  const cells = new Map<number, Cell>();
  for (const value of values) {
    const column = across ? columns.indexOf(textOf(value.condition[across])) : 0;
    const row = down ? rows.indexOf(textOf(value.condition[down])) : 0;
    if (column < 0 || row < 0) continue;
    const key = row * columns.length + column;
    const cell = cells.get(key) ?? {column, row, values: [], mean: 0, n: 0};
    cell.values.push(value);
    cell.mean = (cell.mean * cell.n + value.value * value.n) / (cell.n + value.n);
    cell.n += value.n;
    cells.set(key, cell);
  }
  return [...cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}
