import * as Plot from "@observablehq/plot";
import {max, min} from "d3";
import {countedText, decimalText, parameterLabel} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {parameterAxis} from "../axes/parameter-axis.js";
import {tickCount} from "../axes/tick-count.js";
import {columnsOf, type FigureWithData, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {nearest} from "../frame/nearest.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** How one unit answers the values of a stimulus parameter. */
export interface UnitTuning {
  /** The unit's id. */
  unit_id: number;
  /** A CSS colour. */
  color: string;
  /** Of the parameter, ascending. */
  values: readonly number[];
  /** The mean response to each value. */
  mean: ArrayLike<number>;
  /** The standard error of each mean; NaN if unknown. */
  sem: ArrayLike<number>;
  /** Over how many presentations each mean is. */
  n: ArrayLike<number>;
  /** The response to blank sweeps, drawn as a line across. */
  blank?: {mean: number; sem: number; n: number} | null;
  /** A fitted curve: the response to any value. */
  fit?: ((value: number) => number) | null;
}

/** How a tuning curve is drawn. */
export interface TuningChartOptions extends SizedFigureOptions {
  /** AllenSDK's name of the parameter. */
  parameter: string;
  /** What the responses are, with their unit. */
  label?: string;
}

/** More values than this are drawn as a line without points. */
const MOST_POINTS = 40;

/**
 * A tuning curve: the mean response to each value of a parameter with one standard error up and down, the response to
 * blank sweeps as a dashed line, and a fitted curve, if there is one, in place of the line from point to point.
 * Frequencies and contrasts are on a logarithmic axis.
 *
 * @example
 * const unit = unitTuning(curve, 0, units[0]); // curve: of tuningCurve
 * tuningChart(unit, {width, ariaLabel: "Tuning to orientation", parameter: "orientation", label: "spikes/s"});
 */
export function tuningChart(unit: UnitTuning, options: TuningChartOptions): HTMLDivElement & FigureWithData {
  const {height = 320, parameter, label = "spikes per presentation"} = options;
  const width = figureWidth(options.width);
  const margin = {left: 48, right: 20, top: 26, bottom: 40};
  const rows = unit.values.map((value, i) => {
    const sem = Number.isFinite(unit.sem[i]) ? unit.sem[i] : 0;
    return {
      value,
      mean: unit.mean[i],
      low: unit.mean[i] - sem,
      high: unit.mean[i] + sem,
      sem: unit.sem[i],
      n: unit.n[i]
    };
  });
  const axis = parameterAxis(unit.values, width - margin.left - margin.right);
  const blank = unit.blank && unit.blank.n > 0 ? unit.blank : null;
  const fitted = unit.fit ? alongAxis(axis.domain, axis.type).map((value) => ({value, mean: unit.fit!(value)})) : [];
  const highest = max([...rows.map((row) => row.high), ...fitted.map((row) => row.mean), blank?.mean ?? 0]) || 1;
  const lowest = Math.min(0, min(fitted, (row) => row.mean) ?? 0);
  const points = rows.length <= MOST_POINTS;
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {type: axis.type, domain: axis.domain},
    color: {type: "identity"},
    y: {domain: [lowest, highest], nice: true, ticks: 5},
    marks: [
      bottomAxis(parameterLabel(parameter), {
        ticks: axis.ticks ?? tickCount(width),
        tickFormat: String
      }),
      ...leftAxis(label, 5),
      blank
        ? Plot.ruleY([blank.mean], {stroke: "var(--theme-foreground-muted)", strokeDasharray: "4 3", strokeWidth: 1.2})
        : null,
      blank
        ? Plot.text(["┅ blank sweeps"], {
            frameAnchor: "top-right",
            textAnchor: "end",
            dy: -20,
            fill: "var(--theme-foreground-muted)"
          })
        : null,
      // A band between the points would contradict the curve that goes its own way there.
      fitted.length
        ? null
        : Plot.areaY(rows, {x: "value", y1: "low", y2: "high", z: null, fill: () => unit.color, fillOpacity: 0.18}),
      fitted.length
        ? Plot.lineY(fitted, {x: "value", y: "mean", stroke: "var(--theme-foreground)", strokeWidth: 1.3})
        : Plot.lineY(rows, {x: "value", y: "mean", stroke: () => unit.color, z: null, strokeWidth: 1.6}),
      points ? Plot.ruleX(rows, {x: "value", y1: "low", y2: "high", stroke: () => unit.color, strokeWidth: 1.6}) : null,
      points ? Plot.dot(rows, {x: "value", y: "mean", r: 4, fill: () => unit.color}) : null,
      Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"})
    ]
  });
  const x = plot.scale("x")!;
  const y = plot.scale("y")!;
  makeReadable<(typeof rows)[number]>(frame.surface, frame.readout, {
    at: (px) => nearest(rows, (row) => Math.abs(x.apply(row.value) - px)),
    step: (from, step, count) => stepThrough(rows, from, step, count),
    describe: (row) =>
      `${parameterLabel(parameter)} ${row.value}: ${decimalText(row.mean, 2)}${Number.isFinite(row.sem) ? ` ± ${decimalText(row.sem, 2)} (SEM)` : ""} ${label} · unit ${unit.unit_id}, n = ${countedText(row.n, "presentations")}`,
    outline: (row) => ({x: x.apply(row.value) - 7, y: y.apply(row.mean) - 7, width: 14, height: 14})
  });
  return withData(frame.root, () => ({
    unit_id: rows.map(() => unit.unit_id),
    ...columnsOf(rows, {
      [parameter]: (row) => row.value,
      spike_mean: (row) => row.mean,
      spike_sem: (row) => row.sem,
      stimulus_presentation_count: (row) => row.n,
      ...(unit.fit && {fitted: (row: (typeof rows)[number]) => unit.fit!(row.value)})
    })
  }));
}

/** Places along an axis, close enough together for a smooth curve. */
function alongAxis([from, to]: readonly [number, number], type: "linear" | "log", count = 181): number[] {
  return Array.from({length: count}, (_, i) => {
    const share = i / (count - 1);
    return type === "log" ? from * (to / from) ** share : from + (to - from) * share;
  });
}
