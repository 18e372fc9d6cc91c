import * as Plot from "@observablehq/plot";
import {compareStructures, structureName, structureSystem} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {structureColor} from "../color/structure-color.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** How many units an area has, and how many of them are kept. */
export interface StructureCount {
  /** The area; null for units without one. */
  acronym: string | null;
  /** How many units it has. */
  units: number;
  /** How many of them are kept. */
  kept: number;
}

/** The height the chart takes for so many areas, in pixels. */
export function structureCountHeight(areas: number): number {
  return areas * 22 + 40;
}

/**
 * The number of units of each area as bars, in anatomical order; the part that is kept is drawn strong.
 *
 * @example
 * structureCountChart([{acronym: "VISp", units: 40, kept: 25}], {width, ariaLabel: "Units in each area"});
 */
export function structureCountChart(counts: readonly StructureCount[], options: SizedFigureOptions): HTMLDivElement {
  const width = figureWidth(options.width);
  const sorted = [...counts].sort((a, b) => compareStructures(a.acronym, b.acronym));
  const names = sorted.map((count) => structureName(count.acronym));
  const height = options.height ?? structureCountHeight(sorted.length);
  const margin = {left: 66, right: 44, top: 0, bottom: 38};
  const text = {...options, hint: options.hint ?? "\u00a0"};
  const {plot, frame} = plotFigure(text, {
    width,
    height,
    margin,
    x: {axis: null, domain: [0, Math.max(1, ...sorted.map((count) => count.units))]},
    y: {domain: names, padding: 0.22},
    marks: [
      bottomAxis("units", {tickSize: 0, ticks: Math.round(width / 90)}),
      Plot.axisY({label: null, tickSize: 0, fill: "currentColor"}),
      Plot.barX(sorted, {
        x: "units",
        y: (count) => structureName(count.acronym),
        fill: (count) => structureColor(count.acronym),
        fillOpacity: 0.3
      }),
      Plot.barX(sorted, {
        x: "kept",
        y: (count) => structureName(count.acronym),
        fill: (count) => structureColor(count.acronym)
      }),
      Plot.text(sorted, {
        x: "units",
        y: (count) => structureName(count.acronym),
        text: (count) => (count.kept === count.units ? String(count.units) : `${count.kept} / ${count.units}`),
        textAnchor: "start",
        dx: 5,
        fill: "currentColor"
      })
    ],
    color: {type: "identity"}
  });
  const x = plot.scale("x")!.apply;
  const y = plot.scale("y")!;
  makeReadable<StructureCount>(frame.surface, frame.readout, {
    at: (_px, py) =>
      sorted.find((count) => {
        const top = y.apply(structureName(count.acronym));
        return py >= top && py < top + y.bandwidth!;
      }) ?? null,
    step: (from, step, count) => stepThrough(sorted, from, step, count),
    describe: ({acronym, kept, units}) =>
      `${structureName(acronym)} (${structureSystem(acronym)}): ${kept} of ${units} units are kept`,
    outline: (count) => ({
      x: x(0),
      y: y.apply(structureName(count.acronym)),
      width: x(count.units) - x(0),
      height: y.bandwidth!
    })
  });
  return withData(frame.root, () =>
    columnsOf(sorted, {
      ecephys_structure_acronym: ({acronym}) => acronym,
      units: ({units}) => units,
      kept: ({kept}) => kept
    })
  );
}
