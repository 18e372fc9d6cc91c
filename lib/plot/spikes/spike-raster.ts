import {countedText, type PlacedUnit, structureName} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {STIMULUS_BAND_HEIGHT, type StimulusInterval, stimulusBand} from "../axes/stimulus-band.js";
import {structureRuns} from "../axes/structure-runs.js";
import {structureStrip} from "../axes/structure-strip.js";
import {tickCount} from "../axes/tick-count.js";
import {structureColorPair} from "../color/structure-color.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {hold, stepAlong} from "../frame/steps.js";

/** Spikes to draw: one element per spike in each array. */
export interface RasterSpikes {
  /** Seconds from the onset of the presentation. */
  time: ArrayLike<number>;
  /** The unit that fired it. */
  unit_id: ArrayLike<number>;
}

/** How a raster is drawn. */
export interface SpikeRasterOptions extends SizedFigureOptions {
  /** The first and last time shown, in seconds from onset. */
  domain: readonly [number, number];
  /** When the stimulus was on, to be shown as a band under the spikes. */
  stimulus?: StimulusInterval;
}

/**
 * Every spike of a presentation as a tick: units as rows in the order given (see `orderUnits`), coloured by area.
 * Reading goes by unit: how many spikes it fired and when the first came.
 *
 * @example
 * const spikes = {time: [-0.05, 0.04], unit_id: [units[0].unit_id, units[1].unit_id]};
 * spikeRaster(spikes, orderUnits(units), {width, ariaLabel: "Spikes of a presentation", domain: [-0.1, 0.3]});
 */
export function spikeRaster(
  spikes: RasterSpikes,
  units: readonly PlacedUnit[],
  options: SpikeRasterOptions
): HTMLDivElement {
  const {height = 560, domain, stimulus} = options;
  const width = figureWidth(options.width);
  const margin = {left: 66, right: 16, top: 8, bottom: 40};
  const bottom = height - margin.bottom - STIMULUS_BAND_HEIGHT;
  const acronyms = units.map((unit) => unit.ecephys_structure_acronym);
  const {plot, frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [...domain], ticks: tickCount(width)},
    y: {axis: null, domain: [Math.max(1, units.length), 0], range: [bottom, margin.top]},
    marks: [
      bottomAxis("time from stimulus onset (s)"),
      structureStrip(structureRuns(acronyms), {bottom}),
      stimulus ? stimulusBand(stimulus) : null
    ]
  });
  const x = plot.scale("x")!.apply;
  const rowHeight = (bottom - margin.top) / Math.max(1, units.length);
  const rows = new Map(units.map((unit, row) => [unit.unit_id, row]));
  const counts = new Uint32Array(units.length);
  const first = new Float64Array(units.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < spikes.time.length; i++) {
    const row = rows.get(spikes.unit_id[i]);
    if (row === undefined) continue;
    counts[row]++;
    first[row] = Math.min(first[row], spikes.time[i]);
  }
  paintUnder(frame, {width, height}, (context, scheme) => {
    const tall = Math.max(2, rowHeight * 0.86);
    const wide = spikes.time.length > 20_000 ? 0.8 : 1.4;
    const colors = acronyms.map((acronym) => structureColorPair(acronym)[scheme === "light" ? 0 : 1]);
    for (let i = 0; i < spikes.time.length; i++) {
      const row = rows.get(spikes.unit_id[i]);
      const time = spikes.time[i];
      if (row === undefined || time < domain[0] || time > domain[1]) continue;
      context.fillStyle = colors[row];
      context.fillRect(x(time) - wide / 2, margin.top + row * rowHeight, wide, tall);
    }
  });
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px, py) =>
      units.length && py >= margin.top && py < bottom && px > 0
        ? hold(Math.floor((py - margin.top) / rowHeight), units.length)
        : null,
    step: (from, step, count) => stepAlong(units.length, from, step, count, "up"),
    describe: (row) => {
      const unit = units[row];
      const latency = Number.isFinite(first[row]) ? `, the first ${Math.round(first[row] * 1000)} ms after onset` : "";
      return `unit ${unit.unit_id} · ${structureName(unit.ecephys_structure_acronym)} · ${unit.probe_description}, ${unit.probe_vertical_position} µm from the tip · ${countedText(counts[row], "spikes")}${latency}`;
    },
    outline: (row) => ({
      x: margin.left,
      y: margin.top + row * rowHeight,
      width: width - margin.left - margin.right,
      height: Math.max(rowHeight, 2)
    })
  });
  return withData(frame.root, () => {
    const shown = Array.from(spikes.time, (_, i) => i).filter(
      (i) => rows.has(spikes.unit_id[i]) && spikes.time[i] >= domain[0] && spikes.time[i] <= domain[1]
    );
    return columnsOf(shown, {
      unit_id: (i) => spikes.unit_id[i],
      ecephys_structure_acronym: (i) => acronyms[rows.get(spikes.unit_id[i])!],
      time_since_stimulus_presentation_onset: (i) => spikes.time[i]
    });
  });
}
