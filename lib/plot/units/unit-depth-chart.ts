import * as Plot from "@observablehq/plot";
import {create} from "d3";
import {type ProbeUnit, structureName} from "../../words/index.js";
import {separateLabels} from "../axes/separate-labels.js";
import {structureColor, structureTextColor} from "../color/structure-color.js";
import {drawText} from "../frame/draw-text.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {nearest} from "../frame/nearest.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable, type Step} from "../frame/readout.js";
import {hold} from "../frame/steps.js";
import {type PlacedChannel, type ProbeSpan, probeSpans} from "./probe-spans.js";

/** How the probes are drawn. */
export interface UnitDepthChartOptions<Unit extends ProbeUnit = ProbeUnit> extends SizedFigureOptions {
  /** All channels, so that stretches without a unit show their area too. */
  channels?: Iterable<PlacedChannel>;
  /** What to say of a unit beyond its id, area and place. */
  describe?: (unit: Unit) => string;
  /** Told which unit was chosen with a click or Enter. */
  onChoose?: (unitId: number) => void;
}

/** A figure of the probes that can be told how strongly each unit is to be drawn. */
export interface UnitDepthChart extends HTMLDivElement {
  /** Sizes each dot by a share of 0 to 1, in the order of the units; null gives all the same size. */
  weigh(shares: ArrayLike<number> | null): void;
  /** Draws these units strong and the others faint; null gives all the same strength. */
  stress(unitIds: ReadonlySet<number> | null): void;
  /** Rings a unit; null takes the ring away. */
  point(unitId: number | null): void;
}

const RADIUS = 3.2;

/** The opacity of a dot that is stressed, or not. */
const [strong, faint] = [0.9, 0.22];

/**
 * The probes as columns from tip to surface, each unit a dot at its peak channel in the colour of its area.
 *
 * @example
 * const describe = (unit: ProbeUnit) => `${unit.probe_horizontal_position} µm across`;
 * unitDepthChart(units, {width, ariaLabel: "Units on the probes", describe}).point(units[0].unit_id);
 */
export function unitDepthChart<Unit extends ProbeUnit>(
  units: readonly Unit[],
  options: UnitDepthChartOptions<Unit>
): UnitDepthChart {
  const {height = 440, describe, onChoose} = options;
  const width = figureWidth(options.width);
  const probes = [...new Set([...units, ...(options.channels ?? [])].map((row) => row.probe_description))].sort();
  const spans = probeSpans(options.channels ?? units);
  const deepest = Math.max(100, ...spans.map((span) => span.top));
  const margin = {left: 44, right: 0, top: 42, bottom: 10};
  const text = {
    ...options,
    hint: options.hint ?? "Point at a unit, or focus the figure and use the arrow keys."
  };
  const {plot, frame} = plotFigure(text, {
    width,
    height,
    margin,
    x: {type: "band", axis: null, domain: probes, padding: 0.04},
    y: {domain: [0, deepest], ticks: 6},
    marks: [
      Plot.axisY({
        label: "µm from the tip",
        labelArrow: "none",
        labelOffset: margin.left,
        labelAnchor: "top",
        tickSize: 0,
        ticks: 6
      }),
      Plot.gridY({stroke: "var(--theme-foreground-faintest)", strokeOpacity: 1, ticks: 6}),
      probeColumns(probes, spans)
    ]
  });
  const x = plot.scale("x")!;
  const y = plot.scale("y")!.apply;
  const {start, spread} = columnLayout(x.bandwidth!);
  const across = (unit: ProbeUnit) => {
    const place = Number.isFinite(unit.probe_horizontal_position) ? (unit.probe_horizontal_position - 11) / 48 : 0.5;
    return x.apply(unit.probe_description) + start + RADIUS + Math.max(0, Math.min(1, place)) * spread;
  };
  const places = new Map<string, number>();
  const dots = units.map((unit) => {
    // Units that share a peak channel would hide each other: each further one moves aside by less than a dot.
    const key = `${unit.probe_description} ${unit.probe_vertical_position} ${unit.probe_horizontal_position}`;
    const again = places.get(key) ?? 0;
    places.set(key, again + 1);
    return {
      unit,
      px: across(unit) + (again % 3) * (spread < 10 ? 1.5 : 2.4),
      py: y(unit.probe_vertical_position) - Math.floor(again / 3) * 2
    };
  });
  const group = create<SVGGElement>("svg:g");
  const circles = group
    .selectAll("circle")
    .data(dots)
    .join("circle")
    .attr("cx", (dot) => dot.px)
    .attr("cy", (dot) => dot.py)
    .attr("r", RADIUS)
    .style("fill", (dot) => structureColor(dot.unit.ecephys_structure_acronym))
    .style("fill-opacity", strong);
  const svg = frame.surface.querySelector("svg")!;
  svg.append(group.node()!);
  const ring = svg.appendChild(
    create<SVGCircleElement>("svg:circle")
      .attr("r", 7)
      .attr("fill", "none")
      .attr("stroke", "currentColor")
      .attr("stroke-width", 1.5)
      .node()!
  );
  ring.setAttribute("visibility", "hidden");

  const walk = [...dots].sort(
    (a, b) =>
      probes.indexOf(a.unit.probe_description) - probes.indexOf(b.unit.probe_description) || a.py - b.py || a.px - b.px
  );
  makeReadable<(typeof dots)[number]>(frame.surface, frame.readout, {
    at: (px, py) => nearest(dots, (dot) => Math.hypot(dot.px - px, dot.py - py), 14),
    step: (from, step: Step, count) => {
      if (!walk.length) return null;
      if (from === null || step === "first") return walk[0];
      if (step === "last") return walk[walk.length - 1];
      if (step === "up" || step === "down")
        return walk[hold(walk.indexOf(from) + (step === "up" ? -count : count), walk.length)];
      const probe = probes.indexOf(from.unit.probe_description) + (step === "left" ? -1 : 1);
      const column = walk.filter((dot) => dot.unit.probe_description === probes[probe]);
      return column.sort((a, b) => Math.abs(a.py - from.py) - Math.abs(b.py - from.py))[0] ?? from;
    },
    describe: ({unit}) =>
      `unit ${unit.unit_id} · ${structureName(unit.ecephys_structure_acronym)} · ${unit.probe_description}, ${unit.probe_vertical_position} µm from the tip${describe ? ` · ${describe(unit)}` : ""}`,
    outline: ({px, py}) => ({x: px - 6, y: py - 6, width: 12, height: 12}),
    onChoose: onChoose && (({unit}) => onChoose(unit.unit_id))
  });
  const figure = withData(frame.root, () =>
    columnsOf(units, {
      unit_id: ({unit_id}) => unit_id,
      probe_description: ({probe_description}) => probe_description,
      probe_vertical_position: ({probe_vertical_position}) => probe_vertical_position,
      probe_horizontal_position: ({probe_horizontal_position}) => probe_horizontal_position,
      ecephys_structure_acronym: ({ecephys_structure_acronym}) => ecephys_structure_acronym
    })
  );
  return Object.assign(figure, {
    weigh: (shares: ArrayLike<number> | null) => {
      circles.attr("r", (_dot, i) => (shares ? 1 + 5 * Math.sqrt(Math.max(0, Math.min(1, shares[i] || 0))) : RADIUS));
    },
    stress: (unitIds: ReadonlySet<number> | null) => {
      circles.style("fill-opacity", (dot) => (!unitIds || unitIds.has(dot.unit.unit_id) ? strong : faint));
    },
    point: (unitId: number | null) => {
      const dot = dots.find(({unit}) => unit.unit_id === unitId);
      ring.setAttribute("visibility", dot ? "visible" : "hidden");
      if (dot) {
        ring.setAttribute("cx", String(dot.px));
        ring.setAttribute("cy", String(dot.py));
      }
    }
  });
}

/** How a column of this width is shared: a bar in the areas' colours, the dots, then the areas' names. */
function columnLayout(bandwidth: number): {start: number; spread: number; names: boolean} {
  const names = bandwidth > 42;
  const start = bandwidth > 60 ? 8 : 6;
  return {start, spread: Math.max(3, Math.min(56, bandwidth - start - 2 * RADIUS - (names ? 44 : 4))), names};
}

/** The width of a letter of an area's name in pixels, on average: names must end before the next probe begins. */
const LETTER = 6.6;

/** The same of a probe's name, which is bold and larger, with the space after it: of neighbours that touch, none is read. */
const TITLE_LETTER = 9;

/** Each probe's name, a bar of its areas, and the areas' names beside the stretches they name. */
function probeColumns(probes: readonly string[], spans: readonly ProbeSpan[]): Plot.Markish {
  return (_index, scales, _values, {marginTop, marginBottom, height}) => {
    const x = scales.x as ((probe: string) => number) & {bandwidth(): number};
    const y = scales.y as (micrometres: number) => number;
    const {start, spread, names} = columnLayout(x.bandwidth());
    const group = create<SVGGElement>("svg:g");
    for (const probe of probes) {
      const left = x(probe);
      const own = spans.filter((span) => span.probe_description === probe).sort((a, b) => b.top - a.top);
      const title = x.bandwidth() >= TITLE_LETTER * probe.length ? probe : probe.replace(/^probe/, "");
      drawText(group, title, left, marginTop - 12).style("font-weight", 600);
      for (const span of own)
        group
          .append("rect")
          .attr("x", left)
          .attr("width", 4)
          .attr("y", y(span.top) - 1)
          .attr("height", y(span.bottom) - y(span.top) + 2)
          .style("fill", structureColor(span.acronym));
      if (!names) continue;
      const labelled = own.filter((span) => span.acronym && span.acronym !== "grey" && span.top - span.bottom >= 60);
      const middles = labelled.map((span) => (y(span.top) + y(span.bottom)) / 2);
      const placed = separateLabels(middles, 12, [marginTop + 4, height - marginBottom - 4]);
      labelled.forEach((span, i) => {
        const name = structureName(span.acronym);
        const room = x.bandwidth() - LETTER * name.length;
        // Clear of dots that moved aside, where there is room; else as near as they may come.
        const gap = x.bandwidth() > 60 ? 13 : 7;
        const beside = Math.max(start + 2 * RADIUS, Math.min(start + spread + 2 * RADIUS + gap, room));
        drawText(group, name, left + beside, placed[i])
          .attr("dy", "0.35em")
          .style("font-size", "11px")
          .style("fill", structureTextColor(span.acronym))
          .style("stroke", "var(--theme-background)")
          .style("stroke-width", 3)
          .style("paint-order", "stroke");
      });
    }
    return group.node()!;
  };
}
