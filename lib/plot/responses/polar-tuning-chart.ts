import {max, ticks} from "d3";
import {countedText, decimalText, parameterLabel} from "../../words/index.js";
import {drawText} from "../frame/draw-text.js";
import {drawnFigure} from "../frame/drawn-figure.js";
import {columnsOf, type FigureWithData, withData} from "../frame/figure-data.js";
import type {FigureText} from "../frame/figure-frame.js";
import {figureWidth} from "../frame/figure-width.js";
import {nearest} from "../frame/nearest.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";
import type {UnitTuning} from "./tuning-chart.js";

/** How a tuning curve is drawn around a circle. */
export interface PolarTuningChartOptions extends FigureText {
  /** Of the square, in pixels. */
  size: number;
  /** AllenSDK's name of the parameter. */
  parameter: string;
  /** After how many degrees the parameter comes round: 360, or 180, whose other half is drawn as a repetition. */
  period: 180 | 360;
  /** What the responses are, with their unit, for the readout. */
  label?: string;
}

/**
 * The tuning to an angle around a circle: the further from the centre, the more spikes. 0° is on the right and angles go
 * anticlockwise. The band is one standard error to either side, the dashed circle the response to blank sweeps.
 *
 * @example
 * const unit = unitTuning(curve, 0, units[0]); // curve: of tuningCurve
 * polarTuningChart(unit, {size: 320, ariaLabel: "Tuning to orientation", parameter: "orientation", period: 360});
 */
export function polarTuningChart(unit: UnitTuning, options: PolarTuningChartOptions): HTMLDivElement & FigureWithData {
  const {parameter, period, label = "spikes per presentation"} = options;
  const size = figureWidth(options.size);
  const turns = period === 180 ? [0, 180] : [0];
  const rows = turns.flatMap((turn) =>
    unit.values.map((value, i) => ({
      value,
      angle: value + turn,
      mean: unit.mean[i],
      sem: Number.isFinite(unit.sem[i]) ? unit.sem[i] : 0,
      n: unit.n[i]
    }))
  );
  const blank = unit.blank && unit.blank.n > 0 ? unit.blank : null;
  const highest = max([...rows.map(({mean, sem}) => mean + sem), blank?.mean ?? 0]) || 1;
  const centre = size / 2;
  const perSpike = (centre - 34) / highest;
  const place = (angle: number, response: number) => {
    const radians = (angle * Math.PI) / 180;
    const radius = Math.max(0, response) * perSpike;
    return {x: centre + radius * Math.cos(radians), y: centre - radius * Math.sin(radians)};
  };
  const around = (response: (row: (typeof rows)[number]) => number) =>
    `M${rows
      .map((row) => place(row.angle, response(row)))
      .map(({x, y}) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join("L")}Z`;
  const frame = drawnFigure(options, {width: size, height: size}, (group) => {
    const line = (d: string, stroke: string, width = 1) =>
      group.append("path").attr("d", d).style("fill", "none").style("stroke", stroke).style("stroke-width", width);
    const circle = (response: number) =>
      group
        .append("circle")
        .attr("cx", centre)
        .attr("cy", centre)
        .attr("r", response * perSpike)
        .style("fill", "none");
    const text = (content: string, x: number, y: number, anchor: "start" | "middle" | "end") =>
      drawText(group, content, x, y, anchor)
        .attr("dy", "0.35em")
        .style("stroke", "var(--theme-background)")
        .style("stroke-width", 3)
        .style("paint-order", "stroke");
    const rings = ticks(0, highest, 3).filter((ring) => ring > 0);
    for (const ring of rings) circle(ring).style("stroke", "var(--theme-foreground-faintest)");
    for (const angle of [0, 45, 90, 135]) {
      const [a, b] = [place(angle, highest), place(angle + 180, highest)];
      line(`M${a.x},${a.y}L${b.x},${b.y}`, "var(--theme-foreground-faintest)");
    }
    if (blank) circle(blank.mean).style("stroke", "var(--theme-foreground-muted)").style("stroke-dasharray", "4 3");
    group
      .append("path")
      .attr("d", around((row) => row.mean + row.sem) + around((row) => row.mean - row.sem))
      .style("fill", unit.color)
      .style("fill-opacity", 0.18)
      .style("fill-rule", "evenodd");
    line(
      around((row) => row.mean),
      unit.color,
      1.6
    ).style("stroke-linejoin", "round");
    for (const row of rows) {
      const {x, y} = place(row.angle, row.mean);
      group.append("circle").attr("cx", x).attr("cy", y).attr("r", 3.2).style("fill", unit.color);
    }
    for (const ring of rings)
      text(String(ring), place(68, ring).x, place(68, ring).y, "middle").style("font-size", "11px");
    const edge = highest + 8 / perSpike;
    text("0°", place(0, edge).x, centre, "start");
    text("90°", centre, place(90, edge).y - 6, "middle");
    text("180°", place(180, edge).x, centre, "end");
    text("270°", centre, place(270, edge).y + 6, "middle");
  });
  makeReadable<(typeof rows)[number]>(frame.surface, frame.readout, {
    at: (px, py) => {
      const angle = ((Math.atan2(centre - py, px - centre) * 180) / Math.PI + 360) % 360;
      const away = (row: (typeof rows)[number]) => Math.abs(((row.angle - angle + 540) % 360) - 180);
      return nearest(rows, away);
    },
    step: (from, step, count) => stepThrough(rows, from, step, count),
    describe: (row) =>
      `${parameterLabel(parameter)} ${row.value}: ${decimalText(row.mean, 2)} ± ${decimalText(row.sem, 2)} (SEM) ${label} · n = ${countedText(row.n, "presentations")}`,
    outline: (row) => {
      const {x, y} = place(row.angle, row.mean);
      return {x: x - 7, y: y - 7, width: 14, height: 14};
    }
  });
  return withData(frame.root, () => ({
    unit_id: unit.values.map(() => unit.unit_id),
    ...columnsOf(unit.values, {
      [parameter]: (value) => value,
      spike_mean: (_value, i) => unit.mean[i],
      spike_sem: (_value, i) => unit.sem[i],
      stimulus_presentation_count: (_value, i) => unit.n[i]
    })
  }));
}
