import * as Plot from "@observablehq/plot";
import {max} from "d3";
import {decimalText, type PlacedUnit, structureName} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {STIMULUS_BAND_HEIGHT, type StimulusInterval, stimulusBand} from "../axes/stimulus-band.js";
import {structureRuns} from "../axes/structure-runs.js";
import {structureStrip} from "../axes/structure-strip.js";
import {tickCount} from "../axes/tick-count.js";
import {countColors} from "../color/count-color.js";
import {countLegend} from "../color/count-legend.js";
import {cellsOf, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {type Cell, hold, stepInGrid} from "../frame/steps.js";

/** Counts of units in time bins. */
export interface UnitCounts {
  /** Bin by bin, and in each bin unit by unit, in the order of `unitIds`: the C order of (time, unit). */
  values: ArrayLike<number>;
  /** Edges of the time bins in seconds from onset, one more than there are bins. */
  edges: ArrayLike<number>;
  /** The units of the columns of `values`. */
  unitIds: ArrayLike<number>;
}

/** How an image of counts is drawn. */
export interface SpikeHistogramImageOptions extends SizedFigureOptions {
  /** What the colours mean, with its unit. */
  label: string;
  /** The value at the far end of the scale; the largest value if not given. Larger values have the colour of the end. */
  maximum?: number;
  /** The label of the time axis, "time from stimulus onset (s)" by default. */
  timeLabel?: string;
  /** When the stimulus was on, to be shown as a band under the image. */
  stimulus?: StimulusInterval;
  /** Told which unit was chosen with a click or Enter. */
  onChoose?: (unitId: number) => void;
}

/**
 * Units by time bins as an image: one pixel-exact cell per unit and bin, sorted as `units` are, zero at the ground.
 *
 * @example
 * const counts = {values: [0, 1, 2, 4], edges: [-0.1, 0, 0.1], unitIds: units.slice(0, 2).map((unit) => unit.unit_id)};
 * spikeHistogramImage(counts, units.slice(0, 2), {width, ariaLabel: "Counts of two units", label: "spikes"});
 */
export function spikeHistogramImage(
  counts: UnitCounts,
  units: readonly PlacedUnit[],
  options: SpikeHistogramImageOptions
): HTMLDivElement {
  const {height = 460, label, timeLabel = "time from stimulus onset (s)", stimulus, onChoose} = options;
  const width = figureWidth(options.width);
  const {values, edges, unitIds} = counts;
  const bins = edges.length - 1;
  const stride = unitIds.length;
  const column = new Map(Array.from(unitIds, (id, i) => [id, i]));
  const rows = units.filter((unit) => column.has(unit.unit_id));
  const columns = rows.map((unit) => column.get(unit.unit_id)!);
  const largest = max(values as number[]) ?? 0;
  const maximum = (options.maximum ?? largest) || 1;
  const margin = {left: 66, right: 16, top: 8, bottom: 40};
  const bottom = height - margin.bottom - STIMULUS_BAND_HEIGHT;
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [edges[0], edges[bins]], ticks: tickCount(width)},
    y: {axis: null, domain: [Math.max(1, rows.length), 0], range: [bottom, margin.top]},
    marks: [
      bottomAxis(timeLabel),
      structureStrip(structureRuns(rows.map((unit) => unit.ecephys_structure_acronym)), {bottom}),
      Plot.ruleX([0], {y1: 0, y2: rows.length, stroke: "var(--theme-foreground-faint)", strokeDasharray: "2 3"}),
      stimulus ? stimulusBand(stimulus) : null
    ]
  });
  const x = plot.scale("x")!;
  const left = x.apply(edges[0]);
  const right = x.apply(edges[bins]);
  const rowHeight = (bottom - margin.top) / Math.max(1, rows.length);
  const image = frame.surface.ownerDocument.createElement("canvas");
  image.width = Math.max(1, bins);
  image.height = Math.max(1, rows.length);
  paintUnder(frame, {width, height}, (context, scheme) => {
    const colors = countColors(scheme);
    const pixels = new ImageData(image.width, image.height);
    for (let row = 0, p = 0; row < rows.length; row++) {
      for (let bin = 0; bin < bins; bin++, p += 4) {
        const color = Math.min(255, Math.round((255 * values[bin * stride + columns[row]]) / maximum)) * 4;
        pixels.data[p] = colors[color];
        pixels.data[p + 1] = colors[color + 1];
        pixels.data[p + 2] = colors[color + 2];
        pixels.data[p + 3] = 255;
      }
    }
    image.getContext("2d")!.putImageData(pixels, 0, 0);
    context.imageSmoothingEnabled = rows.length > bottom - margin.top;
    context.drawImage(image, left, margin.top, right - left, bottom - margin.top);
  });
  frame.root.prepend(countLegend({maximum, label, clipped: largest > maximum}));

  makeReadable<Cell>(frame.surface, frame.readout, {
    at: (px, py) => {
      if (!rows.length || py < margin.top || py >= bottom || px >= right) return null;
      const bin = px < left ? 0 : Math.floor(((px - left) / (right - left)) * bins);
      return {row: hold(Math.floor((py - margin.top) / rowHeight), rows.length), column: hold(bin, bins)};
    },
    step: (from, step, count) => stepInGrid({rows: rows.length, columns: bins}, from, step, count),
    describe: ({row, column: bin}) => {
      const unit = rows[row];
      const value = values[bin * stride + columns[row]];
      return `unit ${unit.unit_id} · ${structureName(unit.ecephys_structure_acronym)} · ${unit.probe_description}, ${unit.probe_vertical_position} µm · ${decimalText(edges[bin], 4)} to ${decimalText(edges[bin + 1], 4)} s · ${Number.isInteger(value) ? value : decimalText(value, 4)} ${label}`;
    },
    outline: ({row, column: bin}) => ({
      x: left + (bin / bins) * (right - left),
      y: margin.top + row * rowHeight,
      width: Math.max(2, (right - left) / bins),
      height: Math.max(2, rowHeight)
    }),
    onChoose: onChoose && (({row}) => onChoose(rows[row].unit_id))
  });
  return withData(frame.root, () =>
    cellsOf(
      rows.map((unit, row) => ({unit, column: columns[row]})),
      Array.from({length: bins}, (_, bin) => bin),
      {
        unit_id: ({unit}) => unit.unit_id,
        ecephys_structure_acronym: ({unit}) => unit.ecephys_structure_acronym,
        from_s: (_, bin) => edges[bin],
        to_s: (_, bin) => edges[bin + 1],
        [label]: ({column}, bin) => values[bin * stride + column]
      }
    )
  );
}
