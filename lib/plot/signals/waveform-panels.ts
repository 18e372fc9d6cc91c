import {decimalText, structureName} from "../../words/index.js";
import {structureColor, structureTextColor} from "../color/structure-color.js";
import {type Drawing, drawText} from "../frame/draw-text.js";
import {drawnFigure} from "../frame/drawn-figure.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {panelFrame} from "../frame/panel-frame.js";
import {makeReadable} from "../frame/readout.js";
import {hold} from "../frame/steps.js";

/** A unit's mean waveform on its peak channel. */
export interface PeakWaveform {
  /** The unit's id. */
  unit_id: number;
  /** The area of its peak channel; null for none. */
  acronym: string | null;
  /** µV, one for each time. */
  values: ArrayLike<number>;
  /** ms */
  times: ArrayLike<number>;
  /** What the readout says beyond id, area, time and voltage. */
  detail?: string;
}

/** How the panels are drawn. */
export interface WaveformPanelsOptions extends SizedFigureOptions {
  /** Told which unit was chosen with a click or Enter. */
  onChoose?: (unitId: number) => void;
}

/** Panels of which one can be framed. */
export interface WaveformPanels extends HTMLDivElement {
  /** Frames the panel of a unit; null, or a unit that has none, takes the frame away. */
  frame(unitId: number | null): void;
}

/**
 * Mean waveforms side by side, one panel for each unit, all on one scale, which is drawn as a bar of voltage and of time.
 *
 * @example
 * const waveform = {unit_id: 951763702, acronym: "VISp", values: [0, -90, 30], times: [0, 0.5, 1]};
 * waveformPanels([waveform], {width, ariaLabel: "Mean waveforms"}).frame(951763702);
 */
export function waveformPanels(waveforms: readonly PeakWaveform[], options: WaveformPanelsOptions): WaveformPanels {
  const {height = 420, onChoose} = options;
  let framed = -1;
  const width = figureWidth(options.width);
  const columns = Math.min(Math.max(1, waveforms.length), width < 560 ? 5 : width < 900 ? 7 : width < 1200 ? 9 : 12);
  const rows = Math.max(1, Math.ceil(waveforms.length / columns));
  const bar = 26;
  const panel = {width: width / columns, height: (height - bar) / rows};
  const inside = {left: 2, right: 10, top: 18, bottom: 4};
  let [least, most] = [0, 0];
  for (const {values} of waveforms)
    for (let i = 0; i < values.length; i++) [least, most] = [Math.min(least, values[i]), Math.max(most, values[i])];
  const duration = Math.max(1e-9, ...waveforms.map(({times}) => times[times.length - 1] - times[0]));
  const perMicrovolt = (panel.height - inside.top - inside.bottom) / (most - least || 1);
  const perMillisecond = (panel.width - inside.left - inside.right) / duration;
  const corner = (index: number) => ({
    x: (index % columns) * panel.width,
    y: Math.floor(index / columns) * panel.height
  });
  const point = (index: number, sample: number) => {
    const {values, times} = waveforms[index];
    const {x, y} = corner(index);
    return {
      x: x + inside.left + (times[sample] - times[0]) * perMillisecond,
      y: y + inside.top + (most - values[sample]) * perMicrovolt
    };
  };
  const frame = drawnFigure(options, {width, height}, (group) => {
    waveforms.forEach(({acronym, values}, index) => {
      const {x, y} = corner(index);
      const zero = y + inside.top + most * perMicrovolt;
      group
        .append("path")
        .attr("d", `M${x + inside.left},${zero}h${duration * perMillisecond}`)
        .style("stroke", "var(--theme-foreground-faintest)");
      drawText(group, structureName(acronym), x + inside.left + 2, y + 13)
        .style("font-size", "11px")
        .style("font-weight", 600)
        .style("fill", structureTextColor(acronym));
      const line = Array.from(values, (_, sample) => point(index, sample));
      group
        .append("path")
        .attr("d", `M${line.map((at) => `${at.x.toFixed(1)},${at.y.toFixed(1)}`).join("L")}`)
        .style("fill", "none")
        .style("stroke", structureColor(acronym))
        .style("stroke-width", 1.6)
        .style("stroke-linejoin", "round");
    });
    if (waveforms.length) drawScaleBars(group, perMicrovolt, perMillisecond, height);
  });
  type Reading = {index: number; sample: number};
  const samplesOf = (index: number) => waveforms[index].values.length;
  makeReadable<Reading>(frame.surface, frame.readout, {
    at: (px, py) => {
      const index = Math.floor(py / panel.height) * columns + Math.min(columns - 1, Math.floor(px / panel.width));
      if (py < 0 || py >= rows * panel.height || !waveforms[index]) return null;
      const {times} = waveforms[index];
      const time = (px - corner(index).x - inside.left) / perMillisecond;
      const sample = Math.round((time / (times[times.length - 1] - times[0] || 1)) * (times.length - 1));
      return {index, sample: hold(sample, times.length)};
    },
    step: (from, step, count) => {
      if (!waveforms.length) return null;
      if (from === null) return {index: Math.max(0, framed), sample: 0};
      const {index, sample} = from;
      if (step === "first") return {index, sample: 0};
      if (step === "last") return {index, sample: samplesOf(index) - 1};
      if (step === "left" || step === "right")
        return {
          index,
          sample: hold(sample + (step === "left" ? -count : count), samplesOf(index))
        };
      const next = hold(index + (step === "up" ? -count : count), waveforms.length);
      return {index: next, sample: Math.min(sample, samplesOf(next) - 1)};
    },
    describe: ({index, sample}) => {
      const {unit_id, acronym, values, times, detail} = waveforms[index];
      return `unit ${unit_id} · ${structureName(acronym)}${detail ? ` · ${detail}` : ""} · ${decimalText(times[sample], 3)} ms · ${decimalText(values[sample], 1)} µV`;
    },
    outline: ({index, sample}) => {
      const {x, y} = point(index, sample);
      return {x: x - 3, y: y - 3, width: 6, height: 6};
    },
    onChoose: onChoose && (({index}) => onChoose(waveforms[index].unit_id))
  });
  const framePanel = panelFrame(frame, {width: panel.width - 4, height: panel.height - 3});
  const figure = withData(frame.root, () => {
    const points = waveforms.flatMap((waveform) => Array.from(waveform.values, (value, i) => ({waveform, value, i})));
    return columnsOf(points, {
      unit_id: ({waveform}) => waveform.unit_id,
      structure_acronym: ({waveform}) => waveform.acronym,
      "time (ms)": ({waveform, i}) => waveform.times[i],
      µV: ({value}) => value
    });
  });
  return Object.assign(figure, {
    frame: (unitId: number | null) => {
      framed = waveforms.findIndex(({unit_id}) => unit_id === unitId);
      framePanel(framed < 0 ? null : corner(framed));
    }
  });
}

/** What 100 µV and 1 ms are long, below the panels. */
function drawScaleBars(group: Drawing, perMicrovolt: number, perMillisecond: number, height: number): void {
  const voltage = [200, 100, 50, 20, 10, 5].find((microvolts) => microvolts * perMicrovolt <= 24) ?? 1;
  const base = height - 2;
  group
    .append("path")
    .attr("d", `M3,${base - voltage * perMicrovolt}V${base}M76,${base - 6}h${perMillisecond}`)
    .style("fill", "none")
    .style("stroke", "currentColor")
    .style("stroke-width", 1.5);
  drawText(group, `${voltage} µV`, 9, base - 2);
  drawText(group, "1 ms", 76 + perMillisecond + 6, base - 2);
}
