import {decimalText, quantityText, structureName} from "../../words/index.js";
import {bottomAxis} from "../axes/bottom-axis.js";
import {rowPositionAxis} from "../axes/row-position-axis.js";
import {STIMULUS_BAND_HEIGHT, type StimulusInterval, stimulusBand} from "../axes/stimulus-band.js";
import {structureRuns} from "../axes/structure-runs.js";
import {structureStrip} from "../axes/structure-strip.js";
import {tickCount} from "../axes/tick-count.js";
import {signedColorIndex, signedColors} from "../color/signed-color.js";
import {signedLegend} from "../color/signed-legend.js";
import {cellsOf, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {type Cell, hold, stepInGrid} from "../frame/steps.js";

/** A row of the image: a channel, or a place on the probe. */
export interface SignalRow {
  /** What the readout calls it: "channel 850126378". */
  name: string;
  /** Distance from the tip of the probe, in µm. */
  position: number;
  /** The area there; null for none. */
  acronym: string | null;
}

/** Signed values over time, one row per channel. */
export interface Signals {
  /** Row by row, in the order of `rows`. */
  values: ArrayLike<number>;
  /** The time of each sample, ascending and evenly spaced. */
  times: ArrayLike<number>;
  /** What the rows are, in any order. */
  rows: readonly SignalRow[];
}

/** How the image is drawn. */
export interface SignalImageOptions extends SizedFigureOptions {
  /** What the colours mean, with its unit: "µV". */
  label: string;
  /** The value at the ends of the scale, which is symmetric about zero; the largest magnitude if not given. */
  limit?: number;
  /** What the time axis is called, with its unit. */
  timeLabel?: string;
  /** The unit of the times, for the readout; "s" if not given. */
  timeUnit?: string;
  /** How many decimals the readout gives times with; 4 if not given. */
  timeDecimals?: number;
  /** Stimuli to show as bands under the image. */
  stimuli?: readonly StimulusInterval[];
  /** Told which row was chosen with a click or Enter. */
  onChoose?: (row: number) => void;
}

/**
 * Signed values by place on the probe and time as an image, the surface of the brain on top: zero is the ground, blue is
 * below, orange above. Values that are missing are drawn as zero, and read as missing.
 *
 * @example
 * const rows = [{name: "channel 850126378", position: 40, acronym: "LGd"}];
 * signalImage({values: [0, -60, 20], times: [0, 0.1, 0.2], rows}, {width, ariaLabel: "LFP of a probe", label: "µV"});
 */
export function signalImage({values, times, rows}: Signals, options: SignalImageOptions): HTMLDivElement {
  const {height = 460, label, timeLabel = "time (s)", timeUnit = "s", timeDecimals = 4, stimuli = []} = options;
  const width = figureWidth(options.width);
  const samples = times.length;
  // The rows from the surface down.
  const order = rows.map((_, row) => row).sort((a, b) => rows[b].position - rows[a].position || a - b);
  const largest = largestMagnitude(values);
  const limit = options.limit || largest || 1;
  const margin = {left: 66, right: 44, top: 20, bottom: 40};
  const bottom = height - margin.bottom - (stimuli.length ? STIMULUS_BAND_HEIGHT : 0);
  const step = samples > 1 ? (times[samples - 1] - times[0]) / (samples - 1) : 1;
  const {frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [times[0] ?? 0, (times[samples - 1] ?? 0) + step], ticks: tickCount(width, 110)},
    y: {axis: null, domain: [Math.max(1, rows.length), 0], range: [bottom, margin.top]},
    marks: [
      bottomAxis(timeLabel),
      structureStrip(structureRuns(order.map((row) => rows[row].acronym)), {bottom}),
      rowPositionAxis(order.map((row) => rows[row].position)),
      ...stimuli.map(stimulusBand)
    ]
  });
  const [left, right] = [margin.left, width - margin.right];
  const rowHeight = (bottom - margin.top) / Math.max(1, rows.length);
  const image = frame.surface.ownerDocument.createElement("canvas");
  image.width = Math.max(1, samples);
  image.height = Math.max(1, rows.length);
  paintUnder(frame, {width, height}, (context, scheme) => {
    const colors = new Uint32Array(signedColors(scheme).buffer); // a pixel at a time
    const pixels = new ImageData(image.width, image.height);
    const words = new Uint32Array(pixels.data.buffer);
    order.forEach((row, line) => {
      for (let i = 0; i < samples; i++)
        words[line * samples + i] = colors[signedColorIndex(values[row * samples + i] || 0, limit)];
    });
    image.getContext("2d")!.putImageData(pixels, 0, 0);
    context.imageSmoothingEnabled = samples > right - left || rows.length > bottom - margin.top;
    context.drawImage(image, left, margin.top, right - left, bottom - margin.top);
  });
  frame.root.prepend(signedLegend({limit, label, clipped: largest > limit}));

  makeReadable<Cell>(frame.surface, frame.readout, {
    at: (px, py) => {
      if (!rows.length || !samples || py < margin.top || py >= bottom || px >= right) return null;
      const sample = Math.floor(((px - left) / (right - left)) * samples);
      return {row: hold(Math.floor((py - margin.top) / rowHeight), rows.length), column: hold(sample, samples)};
    },
    step: (from, way, count) => stepInGrid({rows: rows.length, columns: samples}, from, way, count),
    describe: ({row: line, column: sample}) => {
      const row = order[line];
      const value = values[row * samples + sample];
      const read = Number.isFinite(value) ? `${quantityText(value, 4)} ${label}` : "no value";
      return `${rows[row].name} · ${structureName(rows[row].acronym)} · ${rows[row].position} µm from the tip · ${decimalText(times[sample], timeDecimals)} ${timeUnit} · ${read}`;
    },
    outline: ({row: line, column: sample}) => ({
      x: left + (sample / samples) * (right - left),
      y: margin.top + line * rowHeight,
      width: Math.max(2, (right - left) / samples),
      height: Math.max(2, rowHeight)
    }),
    onChoose: options.onChoose && (({row: line}) => options.onChoose!(order[line]))
  });
  return withData(frame.root, () =>
    cellsOf(
      order,
      Array.from(times, (_, i) => i),
      {
        site: (row) => rows[row].name,
        probe_vertical_position: (row) => rows[row].position,
        structure_acronym: (row) => rows[row].acronym,
        [timeLabel]: (_, i) => times[i],
        [label]: (row, i) => values[row * samples + i]
      }
    )
  );
}

function largestMagnitude(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]) > largest) largest = Math.abs(values[i]);
  return largest;
}
