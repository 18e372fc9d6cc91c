import {max} from "d3";
import {decimalText, parameterLabel} from "../../words/index.js";
import {parameterAxis} from "../axes/parameter-axis.js";
import {drawText} from "../frame/draw-text.js";
import {drawnFigure} from "../frame/drawn-figure.js";
import {type FigureWithData, withData} from "../frame/figure-data.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {panelFrame} from "../frame/panel-frame.js";
import {makeReadable, type Step} from "../frame/readout.js";
import {hold} from "../frame/steps.js";
import type {UnitTuning} from "./tuning-chart.js";

/** A unit's tuning curve, in a panel of its own. */
export interface PanelTuning extends UnitTuning {
  /** Whether the panel is drawn strong. */
  stressed?: boolean;
  /** What the readout says beyond the id and the responses. */
  detail?: string;
}

/** How the panels are drawn. */
export interface TuningPanelsOptions extends FigureOptions {
  /** AllenSDK's name of the parameter. */
  parameter: string;
  /** Told which unit was chosen with a click or Enter. */
  onChoose?: (unitId: number) => void;
}

/** Panels of which one can be framed. */
export interface TuningPanels extends HTMLDivElement, Pick<FigureWithData, "figureData"> {
  /** Frames the panel of a unit; null, or a unit that has none, takes the frame away. */
  frame(unitId: number | null): void;
}

const PANEL_HEIGHT = 66;

/**
 * Tuning curves side by side, each from zero to its own greatest response: to compare shapes, not heights.
 *
 * @example
 * const panels = units.map((unit, column) => unitTuning(curve, column, unit)); // curve: of tuningCurve
 * tuningPanels(panels, {width, ariaLabel: "Tuning of units", parameter: "orientation"}).frame(panels[0].unit_id);
 */
export function tuningPanels(units: readonly PanelTuning[], options: TuningPanelsOptions): TuningPanels {
  const {parameter, onChoose} = options;
  const width = figureWidth(options.width);
  const columns = Math.max(1, Math.floor(width / 92));
  const height = PANEL_HEIGHT * Math.max(1, Math.ceil(units.length / columns));
  const panelWidth = width / columns;
  const inside = {left: 3, right: 7, top: 16, bottom: 5};
  const room = {width: panelWidth - inside.left - inside.right, height: PANEL_HEIGHT - inside.top - inside.bottom};
  const corner = (index: number) => ({
    x: (index % columns) * panelWidth,
    y: Math.floor(index / columns) * PANEL_HEIGHT
  });
  const semOf = (unit: PanelTuning, i: number) => (Number.isFinite(unit.sem[i]) ? unit.sem[i] : 0);
  const highestOf = units.map((unit) => max(unit.values, (_, i) => unit.mean[i] + semOf(unit, i)) || 1);
  const point = (index: number, i: number, response: number) => {
    const {values} = units[index];
    const {type, domain} = parameterAxis(values, room.width);
    const scaled = (value: number) => (type === "log" ? Math.log(value) : value);
    const share = (scaled(values[i]) - scaled(domain[0])) / (scaled(domain[1]) - scaled(domain[0]));
    const {x, y} = corner(index);
    const up = Math.max(0, response) / highestOf[index];
    return `${(x + inside.left + share * room.width).toFixed(1)},${(y + inside.top + (1 - up) * room.height).toFixed(1)}`;
  };
  const text = {
    ...options,
    hint: options.hint ?? "Click a panel, or focus the figure and use the arrow keys and Enter, to choose its unit."
  };
  const frame = drawnFigure(text, {width, height}, (group) => {
    units.forEach((unit, index) => {
      const {x, y} = corner(index);
      const along = (response: (i: number) => number) => unit.values.map((_, i) => point(index, i, response(i)));
      const band = [
        ...along((i) => unit.mean[i] + semOf(unit, i)),
        ...along((i) => unit.mean[i] - semOf(unit, i)).reverse()
      ];
      const draw = (d: string) => group.append("path").attr("d", d);
      draw(`M${x + inside.left},${y + inside.top + room.height}h${room.width}`)
        .style("fill", "none")
        .style("stroke", "var(--theme-foreground-fainter)");
      draw(`M${band.join("L")}Z`)
        .style("fill", unit.color)
        .style("fill-opacity", unit.stressed ? 0.2 : 0.1);
      draw(`M${along((i) => unit.mean[i]).join("L")}`)
        .style("fill", "none")
        .style("stroke", unit.color)
        .style("stroke-opacity", unit.stressed ? 1 : 0.45)
        .style("stroke-width", 1.5)
        .style("stroke-linejoin", "round");
      drawText(group, unit.unit_id, x + inside.left, y + 12)
        .style("font-size", "11px")
        .style("font-weight", unit.stressed ? 600 : 400)
        .style("fill", unit.stressed ? "currentColor" : "var(--theme-foreground-muted)");
    });
  });
  const framePanel = panelFrame(frame, {width: panelWidth - 2, height: PANEL_HEIGHT - 2});
  let framed = -1;
  const preferredOf = ({values, mean}: PanelTuning) => {
    let best = 0;
    for (let i = 1; i < values.length; i++) if (mean[i] > mean[best]) best = i;
    return best;
  };
  makeReadable<number>(frame.surface, frame.readout, {
    at: (px, py) => {
      const index = Math.floor(py / PANEL_HEIGHT) * columns + Math.min(columns - 1, Math.floor(px / panelWidth));
      return px >= 0 && py >= 0 && index < units.length ? index : null;
    },
    step: (from, step: Step, count) => {
      if (!units.length) return null;
      if (from === null) return Math.max(0, framed);
      if (step === "first") return 0;
      if (step === "last") return units.length - 1;
      const by = {left: -1, right: 1, up: -columns, down: columns}[step] * count;
      return hold(from + by, units.length);
    },
    describe: (index) => {
      const unit = units[index];
      const i = preferredOf(unit);
      return `unit ${unit.unit_id} · most, ${decimalText(unit.mean[i], 2)} spikes per presentation, at ${parameterLabel(parameter)} ${unit.values[i]}${unit.detail ? ` · ${unit.detail}` : ""}`;
    },
    outline: (index) => ({...corner(index), width: panelWidth, height: PANEL_HEIGHT}),
    onChoose: onChoose && ((index) => onChoose(units[index].unit_id))
  });
  const rows = units.flatMap((unit) => unit.values.map((value, i) => ({unit, value, i})));
  return Object.assign(
    withData(frame.root, () => ({
      unit_id: rows.map(({unit}) => unit.unit_id),
      [parameter]: rows.map(({value}) => value),
      spike_mean: rows.map(({unit, i}) => unit.mean[i]),
      spike_sem: rows.map(({unit, i}) => unit.sem[i]),
      stimulus_presentation_count: rows.map(({unit, i}) => unit.n[i])
    })),
    {
      frame: (unitId: number | null) => {
        framed = units.findIndex(({unit_id}) => unit_id === unitId);
        framePanel(framed < 0 ? null : corner(framed));
      }
    }
  );
}
