import * as Plot from "@observablehq/plot";
import {max} from "d3";
import {
  conditionLabel,
  countedText,
  decimalText,
  parameterLabel,
  roundedText,
  textOf,
  varyingParameters
} from "../../words/index.js";
import {bandAxis} from "../axes/band-axis.js";
import {leftAxis} from "../axes/left-axis.js";
import {withData} from "../frame/figure-data.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";
import {conditionColumns} from "./condition-columns.js";
import type {ConditionFigureOptions, ConditionValue} from "./condition-value.js";

/** More conditions than this are drawn as one outline. */
const MOST = 300;

/**
 * A value in every condition of a stimulus of which one parameter varies, as bars in the order of that parameter, with
 * one standard error up and down where it is known. Conditions without the parameter (blanks) are left out.
 *
 * @example
 * const values = [0, 90].map((orientation) => ({condition: {orientation}, value: 2 + orientation / 45, n: 15}));
 * conditionBars(values, {width, ariaLabel: "Responses to orientations", label: "spikes/s"});
 */
export function conditionBars(values: readonly ConditionValue[], options: ConditionFigureOptions): HTMLDivElement {
  const {height = 280, label} = options;
  const width = figureWidth(options.width);
  const varying = varyingParameters(values.map(({condition}) => condition));
  const parameter = varying[0] ?? "stimulus_condition_id";
  const of = ({condition}: ConditionValue) => condition[parameter];
  const sorted = values
    .filter((value) => of(value) != null)
    .sort((a, b) => Number(of(a)) - Number(of(b)) || textOf(of(a)).localeCompare(textOf(of(b))));
  const names = sorted.map((value) => textOf(of(value)));
  const margin = {left: 44, right: 12, top: 26, bottom: 40};
  const sem = (value: ConditionValue) => (Number.isFinite(value.sem) ? value.sem! : 0);
  const every = roundStep((names.length * 38) / (width - margin.left - margin.right));
  const highest = max(sorted, (value) => value.value + sem(value)) || 1;
  const ticks = Math.min(5, Math.ceil(highest));
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: bandAxis(names, parameterLabel(parameter), every, {padding: names.length > 60 ? 0 : 0.15}),
    y: {domain: [0, highest], nice: true},
    marks: [
      ...leftAxis(label, ticks),
      // The frames of a film are thousands: one outline instead of as many bars.
      (sorted.length > MOST ? Plot.areaY : Plot.barY)(sorted, {
        x: (value: ConditionValue) => textOf(of(value)),
        y: "value",
        fill: "var(--theme-foreground-fainter)"
      }),
      Plot.ruleX(sorted.length > MOST ? [] : sorted.filter((value) => sem(value) > 0), {
        x: (value) => textOf(of(value)),
        y1: (value) => Math.max(0, value.value - sem(value)),
        y2: (value) => value.value + sem(value),
        stroke: "var(--theme-foreground-muted)"
      }),
      Plot.ruleY([0], {stroke: "var(--theme-foreground-fainter)"})
    ]
  });
  const x = plot.scale("x")!;
  const y = plot.scale("y")!.apply;
  makeReadable<ConditionValue>(frame.surface, frame.readout, {
    at: (px) => sorted[Math.floor(((px - margin.left) / (width - margin.left - margin.right)) * sorted.length)] ?? null,
    step: (from, step, count) => stepThrough(sorted, from, step, count),
    describe: (value) =>
      `${conditionLabel(value.condition, varying)} · ${roundedText(value.value, 2)}${sem(value) > 0 ? ` ± ${decimalText(sem(value), 2)} (SEM)` : ""} ${label} · condition ${value.condition.stimulus_condition_id}, n = ${countedText(value.n, "presentations")}`,
    outline: (value) => ({
      x: x.apply(textOf(of(value))),
      y: y(value.value),
      width: x.bandwidth!,
      height: y(0) - y(value.value)
    })
  });
  return withData(frame.root, () => conditionColumns(sorted, label));
}

/** The least of 1, 2, 5, 10, 20, 50, … that is not below a number. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least)!;
}
