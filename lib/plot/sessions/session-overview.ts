import {bisectRight} from "d3";
import {countText, decimalText, orderUnits, type ProbeUnit, structureName} from "../../words/index.js";
import {sessionTimeAxis} from "../axes/bottom-axis.js";
import {structureRuns} from "../axes/structure-runs.js";
import {structureStrip} from "../axes/structure-strip.js";
import {tickCount} from "../axes/tick-count.js";
import {countColors} from "../color/count-color.js";
import {countLegend} from "../color/count-legend.js";
import {cellsOf, withData} from "../frame/figure-data.js";
import {paintUnder} from "../frame/figure-frame.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {hold} from "../frame/steps.js";
import type {PlacedChannel} from "../units/probe-spans.js";
import {type UnitDepthChart, unitDepthChart} from "../units/unit-depth-chart.js";
import {stimulusTimeline, type TimelineEpoch} from "./stimulus-timeline.js";

/** Spike counts of every unit over a session. */
export interface SessionActivity {
  /** Edges of the time bins in seconds, one more than there are bins. */
  edges: ArrayLike<number>;
  /** For each unit id, the spike count in each bin. */
  counts: ReadonlyMap<number, ArrayLike<number>>;
}

/** A session as a whole. */
export interface SessionOverview {
  /** The units that are shown; those without counts stand on their probes only. */
  units: readonly ProbeUnit[];
  /** All channels, so that stretches of a probe without a unit show their area too. */
  channels: Iterable<PlacedChannel>;
  /** What was shown when. */
  epochs: readonly TimelineEpoch[];
  /** The spike counts of the units. */
  activity: SessionActivity;
}

/** The width from which the probes stand beside the activity instead of below it. */
const SIDE_BY_SIDE = 760;

/**
 * The session at a glance: the stimuli along time, under them the activity of every unit, and the probes with their units
 * by depth and area. Reading a moment of the activity sizes the units on the probes by how active they are then.
 *
 * @example
 * const activity = await openSummaries("activity").activity();
 * sessionOverview({units, channels, epochs, activity}, {width});
 */
export function sessionOverview(session: SessionOverview, options: {width: number}): HTMLDivElement {
  const width = figureWidth(options.width);
  const beside = width >= SIDE_BY_SIDE;
  const probesWidth = beside ? Math.round(Math.max(400, Math.min(520, width * 0.4))) : width;
  const activityWidth = beside ? width - probesWidth - 28 : width;
  const root = document.createElement("div");
  root.className = "figure session-overview";
  root.style.gridTemplateColumns = beside ? `${probesWidth}px ${activityWidth}px` : "100%";
  const {edges} = session.activity;
  const domain = [edges[0], edges[edges.length - 1]] as const;
  const probes = unitDepthChart(session.units, {
    width: probesWidth,
    height: 470,
    channels: session.channels,
    ariaLabel: "Where the units are",
    ariaDescription:
      "Each probe is a column from its tip to the surface; each unit is a dot at its depth, coloured by area",
    describe: (unit) => firingRate(unit)
  });
  const timeline = stimulusTimeline(session.epochs, {
    width: activityWidth,
    domain,
    compact: true,
    ariaLabel: "What the mouse saw",
    ariaDescription: "Stimulus epochs along the time of the session, one line per kind of stimulus",
    hint: "\u00a0"
  });
  const activity = activityImage(session, probes, activityWidth);
  const time = document.createElement("div");
  time.append(heading("What the mouse saw"), timeline, heading("What its brain did"), activity);
  const space = document.createElement("div");
  space.append(heading("Where the units are"), probes);
  root.append(...(beside ? [space, time] : [time, space]));
  return root;
}

function firingRate(unit: ProbeUnit & {firing_rate?: number}): string {
  return unit.firing_rate === undefined ? "" : `${decimalText(unit.firing_rate, 1)} spikes/s over the session`;
}

function heading(text: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "figure-heading";
  element.textContent = text;
  return element;
}

/** Each unit's rate as a share of its own 99.5th percentile, units by time, with what was on screen in the readout. */
function activityImage(
  {units, epochs, activity}: SessionOverview,
  probes: UnitDepthChart,
  width: number
): HTMLDivElement {
  const margin = {left: width < 560 ? 66 : 160, right: 12, top: 4, bottom: 40};
  const height = 300;
  const rows = orderUnits(units.filter((unit) => activity.counts.has(unit.unit_id)));
  const bins = activity.edges.length - 1;
  // Neighbouring bins are summed until a column is at least two pixels wide: single bins of quiet units are mostly noise.
  const pool = Math.max(1, Math.ceil((2 * bins) / (width - margin.left - margin.right)));
  const columns = Math.ceil(bins / pool);
  const edge = (column: number) => activity.edges[Math.min(bins, column * pool)];
  const rates = new Map(
    rows.map((unit) => [unit.unit_id, pooledRates(activity.counts.get(unit.unit_id)!, pool, columns, edge)])
  );
  const peaks = new Map(rows.map((unit) => [unit.unit_id, quantile(rates.get(unit.unit_id)!, 0.995) || 1]));
  const share = (unit: ProbeUnit, column: number) =>
    (rates.get(unit.unit_id)?.[column] ?? 0) / (peaks.get(unit.unit_id) ?? 1);

  const runs = structureRuns(rows.map((unit) => unit.ecephys_structure_acronym));
  const text = {
    ariaLabel: "What its brain did",
    ariaDescription:
      "The rate of every unit over the session, as a share of its own 99.5th percentile; units sorted by area and depth"
  };
  const {plot, frame} = plotFigure(text, {
    width,
    height,
    margin,
    x: {domain: [edge(0), edge(columns)], ticks: tickCount(width, 110)},
    y: {axis: null, domain: [Math.max(1, rows.length), 0]},
    marks: [sessionTimeAxis(), structureStrip(runs)]
  });
  const x = plot.scale("x")!.apply;
  const [left, right] = [x(edge(0)), x(edge(columns))];
  const bottom = height - margin.bottom;
  paintUnder(frame, {width, height}, (context, scheme) => {
    const colors = countColors(scheme);
    const image = document.createElement("canvas");
    image.width = columns;
    image.height = Math.max(1, rows.length);
    const pixels = new ImageData(image.width, image.height);
    rows.forEach((unit, row) => {
      for (let column = 0; column < columns; column++) {
        const color = Math.min(255, Math.round(255 * share(unit, column))) * 4;
        const p = (row * columns + column) * 4;
        pixels.data.set(colors.subarray(color, color + 4), p);
      }
    });
    image.getContext("2d")!.putImageData(pixels, 0, 0);
    context.imageSmoothingEnabled = rows.length > bottom - margin.top;
    context.drawImage(image, left, margin.top, right - left, bottom - margin.top);
  });
  frame.readout.classList.add("long");
  frame.root.prepend(
    countLegend({maximum: 1, label: "firing rate as a share of the unit’s own 99.5th percentile", clipped: true})
  );

  const starts = epochs.map((epoch) => epoch.start_time);
  type Moment = {column: number; row: number | null};
  makeReadable<Moment>(frame.surface, frame.readout, {
    at: (px, py) => {
      if (px < left || px >= right || py > height || !rows.length) return null;
      const row =
        py < bottom ? hold(Math.floor(((py - margin.top) / (bottom - margin.top)) * rows.length), rows.length) : null;
      return {column: hold(Math.floor(((px - left) / (right - left)) * columns), columns), row};
    },
    step: (from, step, count) => {
      if (from === null) return {column: 0, row: null};
      if (step === "first" || step === "last") return {...from, column: step === "first" ? 0 : columns - 1};
      if (step === "up" || step === "down") {
        const row = from.row === null ? 0 : from.row + (step === "up" ? -count : count);
        return {...from, row: hold(row, rows.length)};
      }
      return {...from, column: hold(from.column + (step === "left" ? -count : count), columns)};
    },
    describe: ({column, row}) => {
      const epoch = epochs[bisectRight(starts, edge(column)) - 1];
      const shown = epoch && epoch.stop_time > edge(column) ? epoch.stimulus_name : "no stimulus";
      const all = rows.reduce((sum, unit) => sum + rates.get(unit.unit_id)![column], 0) / rows.length;
      const unit = row === null ? null : rows[row];
      const one = unit
        ? ` · unit ${unit.unit_id} (${structureName(unit.ecephys_structure_acronym)}): ${decimalText(rates.get(unit.unit_id)![column], 1)} spikes/s`
        : "";
      const areas = runs.map(({acronym, start, stop}) => {
        const own = rows.slice(start, stop).reduce((sum, each) => sum + rates.get(each.unit_id)![column], 0);
        return `${structureName(acronym)} ${decimalText(own / (stop - start), 1)}`;
      });
      return `${decimalText(edge(column), 0)} s · ${shown}${one} · mean spikes/s: all ${countText(rows.length)} units ${decimalText(all, 1)}, ${areas.join(", ")}`;
    },
    outline: ({column}) => ({
      x: left + ((column + 0.5) / columns) * (right - left),
      y: margin.top,
      width: 0,
      height: bottom - margin.top
    }),
    onRead: (moment) => {
      probes.weigh(moment && units.map((unit) => share(unit, moment.column)));
      probes.point(moment?.row == null ? null : rows[moment.row].unit_id);
    }
  });
  return withData(frame.root, () =>
    cellsOf(
      rows,
      Array.from({length: columns}, (_, column) => column),
      {
        unit_id: (unit) => unit.unit_id,
        ecephys_structure_acronym: (unit) => unit.ecephys_structure_acronym,
        from_s: (_, column) => edge(column),
        to_s: (_, column) => edge(column + 1),
        "firing rate (spikes/s)": (unit, column) => rates.get(unit.unit_id)![column]
      }
    )
  );
}

function pooledRates(
  counts: ArrayLike<number>,
  pool: number,
  columns: number,
  edge: (column: number) => number
): Float64Array {
  const rates = new Float64Array(columns);
  for (let bin = 0; bin < counts.length; bin++) rates[Math.floor(bin / pool)] += counts[bin];
  for (let column = 0; column < columns; column++) rates[column] /= edge(column + 1) - edge(column);
  return rates;
}

function quantile(values: Float64Array, share: number): number {
  return Float64Array.from(values).sort()[Math.floor((values.length - 1) * share)];
}
