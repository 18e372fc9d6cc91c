import {ticks} from "d3";
import {decimalText} from "../../words/index.js";
import {structureColor} from "../color/structure-color.js";
import {drawText} from "../frame/draw-text.js";
import {drawnFigure} from "../frame/drawn-figure.js";
import {cellsOf, withData} from "../frame/figure-data.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {makeReadable} from "../frame/readout.js";
import {hold} from "../frame/steps.js";

/** A trace measured at one site of a probe. */
export interface SiteTrace {
  /** What the readout calls the site: "channel 850126378". */
  name: string;
  /** Across the probe, in µm. */
  horizontal: number;
  /** Along the probe from its tip, in µm. */
  vertical: number;
  /** The area at the site; null for none. */
  acronym: string | null;
  /** µV, one for each time. */
  values: ArrayLike<number>;
  /** Draw it strong: the unit's peak channel. */
  isPeak?: boolean;
}

/** How the traces are drawn. */
export interface ProbeTracesOptions extends SizedFigureOptions {
  /** ms, the times of all traces. */
  times: ArrayLike<number>;
}

/**
 * Traces laid out as the sites they were measured at lie on the probe: across and, from the tip up, along it.
 *
 * @example
 * const site = {name: "channel 850126378", horizontal: 11, vertical: 40, acronym: "CA1", values: [0, -60, 20]};
 * probeTraces([site], {width, ariaLabel: "A unit's waveform on its channels", times: [0, 0.5, 1]});
 */
export function probeTraces(traces: readonly SiteTrace[], options: ProbeTracesOptions): HTMLDivElement {
  const {height = 460, times} = options;
  const width = figureWidth(options.width);
  const margin = {left: 50, right: 8, top: 20, bottom: 40};
  const across = [...new Set(traces.map((trace) => trace.horizontal))].sort((a, b) => a - b);
  const along = traces.map((trace) => trace.vertical);
  const [lowest, highest] = [Math.min(...along), Math.max(...along)];
  const levels = new Set(along).size;
  const columnWidth = (width - margin.left - margin.right) / Math.max(1, across.length);
  const gap = (height - margin.top - margin.bottom) / (levels + 2);
  const largest = Math.max(1e-9, ...traces.map(({values}) => Math.max(...Array.from(values, Math.abs))));
  const last = times.length - 1;
  // The largest trace may reach over its neighbours' rows, as the traces of the tutorial's image touch.
  const perMicrovolt = (2.2 * gap) / largest;
  const y = (vertical: number) =>
    height -
    margin.bottom -
    gap -
    ((vertical - lowest) / (highest - lowest || 1)) * (height - margin.top - margin.bottom - 2.6 * gap);
  const left = (trace: SiteTrace) => margin.left + across.indexOf(trace.horizontal) * columnWidth + 6;
  const perSample = (columnWidth - 14) / Math.max(1, last);
  const point = (trace: SiteTrace, sample: number) => ({
    x: left(trace) + sample * perSample,
    y: y(trace.vertical) - trace.values[sample] * perMicrovolt
  });
  const frame = drawnFigure(options, {width, height}, (group) => {
    drawText(group, "µm from the tip", 2, 11);
    for (const tick of ticks(lowest, highest, 6)) drawText(group, tick, margin.left - 12, y(tick) + 4, "end");
    across.forEach((horizontal, column) => {
      const x = margin.left + (column + 0.5) * columnWidth;
      drawText(group, horizontal, x, height - margin.bottom + 18, "middle");
    });
    const middle = margin.left + (width - margin.left - margin.right) / 2;
    drawText(group, "µm across the probe", middle, height - 4, "middle");
    for (const trace of traces) {
      group
        .append("path")
        .attr("d", `M${left(trace)},${y(trace.vertical)}h${last * perSample}`)
        .style("stroke", "var(--theme-foreground-faintest)");
      const line = Array.from(trace.values, (_, i) => point(trace, i));
      group
        .append("path")
        .attr("d", `M${line.map((at) => `${at.x.toFixed(1)},${at.y.toFixed(1)}`).join("L")}`)
        .style("fill", "none")
        .style("stroke", structureColor(trace.acronym))
        .style("stroke-width", trace.isPeak ? 2.4 : 1.4)
        .style("stroke-linejoin", "round");
    }
  });
  const walk = [...traces].sort((a, b) => b.vertical - a.vertical || a.horizontal - b.horizontal);
  type Reading = {trace: SiteTrace; sample: number};
  makeReadable<Reading>(frame.surface, frame.readout, {
    at: (px, py) => {
      let best: Reading | null = null;
      let least = 40;
      for (const trace of traces) {
        const sample = Math.round((px - left(trace)) / perSample);
        if (sample < -4 || sample > last + 4) continue;
        const at = point(trace, hold(sample, times.length));
        if (Math.abs(at.y - py) < least)
          [best, least] = [{trace, sample: hold(sample, times.length)}, Math.abs(at.y - py)];
      }
      return best;
    },
    step: (from, step, count) => {
      if (!walk.length) return null;
      if (from === null) return {trace: walk.find((trace) => trace.isPeak) ?? walk[0], sample: 0};
      const {trace, sample} = from;
      if (step === "first") return {trace, sample: 0};
      if (step === "last") return {trace, sample: last};
      if (step === "left" || step === "right")
        return {trace, sample: hold(sample + (step === "left" ? -count : count), times.length)};
      return {trace: walk[hold(walk.indexOf(trace) + (step === "up" ? -count : count), walk.length)], sample};
    },
    describe: ({trace, sample}) =>
      `${trace.name}${trace.isPeak ? ", the peak" : ""} · ${trace.vertical} µm from the tip, ${trace.horizontal} µm across · ${decimalText(times[sample], 3)} ms · ${decimalText(trace.values[sample], 1)} µV`,
    outline: ({trace, sample}) => {
      const at = point(trace, sample);
      return {x: at.x - 3, y: at.y - 3, width: 6, height: 6};
    }
  });
  return withData(frame.root, () =>
    cellsOf(
      traces,
      Array.from(times, (_, i) => i),
      {
        site: ({name}) => name,
        probe_vertical_position: ({vertical}) => vertical,
        probe_horizontal_position: ({horizontal}) => horizontal,
        structure_acronym: ({acronym}) => acronym,
        "time (ms)": (_, i) => times[i],
        µV: ({values}, i) => values[i]
      }
    )
  );
}
